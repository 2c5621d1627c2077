/** What the process hands over: arguments, environment, streams, and how it is told to stop. */
export type Host = Pick<
  NodeJS.Process,
  'argv' | 'env' | 'stdin' | 'stdout' | 'stderr' | 'on' | 'once' | 'exit'
>;
