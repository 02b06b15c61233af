import type { OptionInHand, Reading } from '../../reading/index.ts'

/** Takes a password that stands on the line, as it is or in an `-object secret`; one in a file stays where it is. */
export function takePassword(
  reading: Reading,
  option: OptionInHand,
  item: { passwd?: string | undefined },
): void {
  const id = option.peek('password-secret')
  const secret = reading.named('object', id)
  if (secret === undefined || secret.peek('qom-type') !== 'secret' || secret.peek('keyid') !== undefined)
    return
  const text = secret.peek('data')
  const format = secret.peek('format') ?? 'raw'
  if (text === undefined || format !== 'raw') return
  option.take('password-secret')
  secret.finish()
  item.passwd = text
}
