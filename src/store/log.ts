/** What a store says of its work. Never what is in a plan. */
export interface Note {
  readonly what:
    | 'torn_batch_dropped'
    | 'unfinished_plan_dropped'
    | 'unfinished_plan_kept'
    | 'removal_finished'
    | 'marker_not_written';
  readonly path: string;
  readonly bytes?: number;
}

export type Log = (note: Note) => void;
