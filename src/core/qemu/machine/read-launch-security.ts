/** The object that encrypts the guest's memory, read. */
import type { OptionInHand, Reading } from '../reading/index.ts'
import { type LaunchSecurity, snpTexts, tdxTexts } from './launch-security.ts'

type Draft = { -readonly [Key in keyof LaunchSecurity]: LaunchSecurity[Key] }

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
function securityOf(option: OptionInHand): Draft | undefined {
  switch (option.peek('qom-type')) {
    case 'sev-guest':
      // The owner's texts are in files that are not here to be read.
      if (!hasOnly(option, ['cbitpos', 'reduced-phys-bits', 'policy', 'kernel-hashes'])) return undefined
      return { type: isEncryptedState(option) ? 'sev-es' : 'sev', ...takeSev(option) }
    case 'sev-snp-guest': {
      const own = ['author-key-enabled', 'vcek-disabled', ...snpTexts.map(({ property }) => property)]
      if (!hasOnly(option, ['cbitpos', 'reduced-phys-bits', 'policy', 'kernel-hashes', ...own]))
        return undefined
      return { type: 'sev-snp', ...takeSev(option), ...takeSnp(option) }
    }
    case 'tdx-guest': {
      const own = ['attributes', 'quote-generation-socket.type', 'quote-generation-socket.path']
      if (!hasOnly(option, [...own, ...tdxTexts.map(({ property }) => property)])) return undefined
      return takeTdx(option)
    }
    case 's390-pv-guest':
      return hasOnly(option, []) ? { type: 's390-pv' } : undefined
    default:
      return undefined
  }
}

function hasOnly(option: OptionInHand, keys: readonly string[]): boolean {
  return option.rest.every(([key]) => key === 'qom-type' || key === 'id' || keys.includes(key))
}

/** Bit 2 of the policy asks for it. AMD, SEV API, guest policy. */
function isEncryptedState(option: OptionInHand): boolean {
  return (Number(option.peek('policy') ?? 0) & 4) !== 0
}

function takeSev(option: OptionInHand): Draft {
  const hashes = option.takeBoolean('kernel-hashes')
  const policy = option.take('policy')
  return {
    ...(hashes === undefined ? {} : { kernel_hashes: hashes ? 'yes' : 'no' }),
    cbitpos: option.takeNumber('cbitpos'),
    reduced_phys_bits: option.takeNumber('reduced-phys-bits'),
    ...(policy === undefined ? {} : { policy: hexadecimal(policy) }),
  }
}

function takeSnp(option: OptionInHand): Draft {
  const author = option.takeBoolean('author-key-enabled')
  const vcek = option.takeBoolean('vcek-disabled')
  const draft: Draft = {
    ...(author === undefined ? {} : { author_key: author }),
    ...(vcek === undefined ? {} : { vcek: !vcek }),
  }
  for (const { key, property } of snpTexts) draft[key] = option.take(property)
  return draft
}

function takeTdx(option: OptionInHand): Draft {
  const policy = option.take('attributes')
  const draft: Draft = {
    type: 'tdx',
    ...(policy === undefined ? {} : { policy: hexadecimal(policy) }),
    quote_generation_service: option.take('quote-generation-socket.path'),
  }
  for (const { key, property } of tdxTexts) draft[key] = option.take(property)
  return draft
}

/** libvirt writes policies so. */
function hexadecimal(number: string): string {
  return /^\d+$/.test(number) ? `0x${BigInt(number).toString(16).padStart(4, '0')}` : number
}
