/** Lets callers who want the same thing at the same time share the work for it. */
export interface SingleFlight<Result> {
  /** Joins the work that is under way for a key, or begins it. */
  join(key: string, begin: () => Promise<Result>): Promise<Result>;
}

export function createSingleFlight<Result>(): SingleFlight<Result> {
  const flights = new Map<string, Promise<Result>>();
  return {
    join: (key, begin) => {
      const underWay = flights.get(key);
      if (underWay) return underWay;
      const flight = begin().finally(() => flights.delete(key));
      flights.set(key, flight);
      return flight;
    },
  };
}
