/** How long things take: medians over rounds, the contenders of one comparison in turn within each round, after warming up. */

/** Something to be measured; what it returns is looked at, so that it cannot be left out. */
export type Task = () => unknown;

const ROUNDS = 15;
const WARM_UP_MS = 400;
const ROUND_MS = 40;

/** Milliseconds per call of each task: the median over the rounds. */
export function measure<Name extends string>(tasks: Readonly<Record<Name, Task>>): Record<Name, number> {
  const entries = namesOf(tasks).map((name) => ({
    name,
    task: tasks[name],
    calls: calibrate(tasks[name]),
    times: [] as number[],
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { task, calls, times } of entries) times.push(timeOf(task, calls) / calls);
  }
  const medians: Partial<Record<Name, number>> = {};
  for (const { name, times } of entries) medians[name] = median(times);
  return complete(medians, namesOf(tasks));
}

/** Warms up, and finds out how many calls fill a round. */
function calibrate(task: Task): number {
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < WARM_UP_MS || calls < 3) {
    task();
    calls += 1;
  }
  return Math.max(1, Math.round((calls * ROUND_MS) / (performance.now() - start)));
}

function timeOf(task: Task, calls: number): number {
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) task();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(record).filter((key): key is Name => key in record);
}

function complete<Name extends string>(
  partial: Partial<Record<Name, number>>,
  names: readonly Name[],
): Record<Name, number> {
  const isComplete = (record: Partial<Record<Name, number>>): record is Record<Name, number> =>
    names.every((name) => record[name] !== undefined);
  if (!isComplete(partial)) throw new Error('every task has a median');
  return partial;
}
