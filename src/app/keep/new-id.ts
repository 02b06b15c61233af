/** A name for a tab or a key that no other has: the time and something by chance. */
export function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`
}

const dayMs = 86_400_000

/** The name of the first design in a browser: tabs that are opened at the same time have the same one. */
export function firstId(): string {
  return `${(Math.floor(Date.now() / dayMs) * dayMs).toString(36)}-first`
}

/** When an id was made, in milliseconds since 1970; undefined for another text. */
export function timeOfId(id: string): number | undefined {
  const [, time] = /^([0-9a-z]{1,10})-/.exec(id) ?? []
  return time === undefined ? undefined : Number.parseInt(time, 36)
}
