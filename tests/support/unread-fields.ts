/**
 * Hands an object to a validator and finds the fields that it never looked at: names that its schema
 * does not know, which schemas of Kubernetes allow and clusters drop without a word.
 */
export function findUnreadFields(value: object, validate: (tracked: object) => void): string[] {
  const read = new Set<string>();
  validate(track(value, '', read));
  return pathsOf(value, '').filter((path) => !read.has(path));
}

function track(target: object, path: string, read: Set<string>): object {
  return new Proxy(target, {
    get(object, name, receiver) {
      const value: unknown = Reflect.get(object, name, receiver);
      if (typeof name !== 'string' || !Object.hasOwn(object, name)) return value;
      const fieldPath = `${path}/${name}`;
      read.add(fieldPath);
      return typeof value === 'object' && value !== null ? track(value, fieldPath, read) : value;
    },
  });
}

function pathsOf(value: object, path: string): string[] {
  return Object.entries(value).flatMap(([name, field]: [string, unknown]) => {
    const fieldPath = `${path}/${name}`;
    const inner = typeof field === 'object' && field !== null ? pathsOf(field, fieldPath) : [];
    return [fieldPath, ...inner];
  });
}
