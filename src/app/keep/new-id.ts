/** A name for a tab or a key that no other has: the time and something by chance. */
export function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`
}

/** When an id was made, in milliseconds since 1970; undefined for another text. */
export function timeOfId(id: string): number | undefined {
  const [, time] = /^([0-9a-z]{1,10})-/.exec(id) ?? []
  return time === undefined ? undefined : Number.parseInt(time, 36)
}
