/** The rows of the port editor: what is typed, what of it is whole, and where two of them clash. */
import { t } from '../../words/index.ts'

/** One row as it is typed. */
export interface ForwardRow {
  readonly host: string
  readonly guest: string
}

/** `8080:80` as a row. */
export function readForward(text: string): ForwardRow {
  const [host = '', guest = ''] = text.split(':')
  return { host, guest }
}

/** `8080:80`; undefined while one of the two is no port. */
export function formatForward({ host, guest }: ForwardRow): string | undefined {
  return isPort(host) && isPort(guest) ? `${Number(host)}:${Number(guest)}` : undefined
}

export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535
}

/**
 * What is wrong with each row, in their order; undefined for a row that is fine or still empty.
 *
 * @param taken ports of the host that lead elsewhere already, with where: `[2222, 'SSH']`
 */
export function forwardProblems(
  rows: readonly ForwardRow[],
  taken: readonly (readonly [number, string])[],
): readonly (string | undefined)[] {
  return rows.map(({ host, guest }, index) => {
    if (host !== '' && !isPort(host)) return t`The host port is a number from 1 to 65535`
    if (guest !== '' && !isPort(guest)) return t`The guest port is a number from 1 to 65535`
    if (host === '') return guest === '' ? undefined : t`The host port is missing`
    const [, owner] = taken.find(([port]) => port === Number(host)) ?? []
    if (owner !== undefined) return t`Port ${Number(host)} already leads to ${owner}`
    const first = rows.findIndex((row) => row.host !== '' && Number(row.host) === Number(host))
    const other = first === index ? undefined : rows[first]
    if (other !== undefined)
      return t`Port ${Number(host)} already leads to port ${other.guest || '…'} of the guest`
    return guest === '' ? t`The guest port is missing` : undefined
  })
}
