/** The object that encrypts the guest's memory, read. */
import { entriesOf } from '../properties/property.ts'
import { type OptionInHand, type Reading, takeProperties } from '../reading/index.ts'
import { guests, type LaunchSecurity } from './launch-properties.ts'

const types = ['sev', 'sev-es', 'sev-snp', 'tdx', 's390-pv'] as const

export function readLaunchSecurity(reading: Reading): void {
  const machine = reading
    .unread('machine', 'M')
    .findLast((one) => one.peek('confidential-guest-support') !== undefined)
  const option = reading.named('object', machine?.peek('confidential-guest-support'))
  const security = option === undefined ? undefined : securityOf(option)
  if (machine === undefined || option === undefined || security === undefined) return
  machine.take('confidential-guest-support')
  option.finish()
  reading.domain.launch_security = security
}

/** undefined for a kind, or with a key, that a Domain has no word for: it stays as it is. */
function securityOf(option: OptionInHand): LaunchSecurity | undefined {
  const type = types.find((one) => guests[one].object === option.peek('qom-type'))
  if (type === undefined) return undefined
  const { properties } = guests[type]
  // What is given beside is in files that are not here to be read.
  const known = new Set(entriesOf(properties).flatMap(([key, { kind }]) => (kind === 'given' ? [] : [key])))
  if (!option.rest.every(([key]) => key === 'qom-type' || key === 'id' || known.has(key))) return undefined
  const isEncryptedState = type === 'sev' && hasEncryptedState(option)
  return { type: isEncryptedState ? 'sev-es' : type, ...takeProperties(option, properties) }
}

/** Bit 2 of the policy asks for it. AMD, SEV API, guest policy. */
function hasEncryptedState(option: OptionInHand): boolean {
  return (Number(option.peek('policy') ?? 0) & 4) !== 0
}
