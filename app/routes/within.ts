/**
 * What comes, or `otherwise` when nothing has come within so many milliseconds. A failure is passed on. What comes later is heard
 * by nobody.
 */
export async function within<Came, Otherwise>(
  milliseconds: number,
  coming: Promise<Came>,
  otherwise: () => Otherwise,
): Promise<Came | Otherwise> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(() => resolve(otherwise()), milliseconds);
  });
  try {
    return await Promise.race([coming, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
