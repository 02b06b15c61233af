/** Memory encrypted against the host. libvirt manual, Launch Security; QEMU manual, Confidential Guest Support. */
import { ownValue } from '../../text/index.ts'
import { type Build, hasQemu, leftOut, report } from '../build/index.ts'
import { decisionsOf, quiet, writtenIn } from '../decisions/index.ts'
import { jsonOptions } from '../words/json-options.ts'
import { emit, object, propertyPairs } from '../writing/index.ts'
import { guests, type LaunchSecurity } from './launch-properties.ts'

export const launchSecurityDecisions = decisionsOf<LaunchSecurity>(
  Object.values(guests).map(({ properties }) => properties),
  {
    ...writtenIn<LaunchSecurity>()('type dh_cert session'),
    handle: quiet('libvirt reports it; the firmware gives it out.'),
  },
)

/** The id that libvirt gives the object. */
const id = 'lsec0'

/** libvirt's own where nothing is said: no debugging, and no key shared; SEV-ES asks for encrypted state too. */
const policies: Readonly<Record<string, string>> = { sev: '0x0003', 'sev-es': '0x0007' }

export function renderLaunchSecurity(build: Build): void {
  const security = build.domain.launch_security
  if (security === undefined) return
  const path = ['launch_security']
  const { type, cbitpos, policy = ownValue(policies, type ?? '') } = security
  const { object: name, newer, properties } = ownValue(guests, type ?? 'sev') ?? guests.sev
  if ('cbitpos' in properties && cbitpos === undefined) {
    leftOut(
      build,
      [...path, 'cbitpos'],
      'Encryption is left out: QEMU has to be told the C-bit, which libvirt asks the host for (virsh domcapabilities). Say cbitpos and reduced_phys_bits.',
    )
    return
  }
  if (newer !== undefined && !hasQemu(build, newer.since)) {
    leftOut(build, path, `${newer.name} is left out: it came with QEMU ${newer.since}.`)
    return
  }
  const pairs = propertyPairs(build, properties, security, path, {
    id,
    policy,
    'dh-cert-file': 'dh-cert-file' in properties ? ownerFile(build, security, 'dh_cert') : undefined,
    'session-file': 'session-file' in properties ? ownerFile(build, security, 'session') : undefined,
  })
  if (pairs['quote-generation-socket.path'] === undefined) object(build, name, path, pairs)
  else {
    // A socket is an address with members, which only JSON can say in an -object.
    const attributes = policy === undefined ? undefined : Number(policy)
    const number = Number.isSafeInteger(attributes) ? attributes : undefined
    emit(build, '-object', path, jsonOptions({ 'qom-type': name, ...pairs, attributes: number }))
  }
  build.machine['confidential-guest-support'] = id
}

/** What the guest's owner gives is read from a file, as it is: Base64. */
function ownerFile(build: Build, security: LaunchSecurity, key: 'dh_cert' | 'session'): string | undefined {
  const text = security[key]
  if (text === undefined) return undefined
  const file = `${build.stateDir}/${key}.base64`
  report(
    build,
    'qemu.host-setup',
    ['launch_security', key],
    `QEMU reads this from a file: write the text to ${file}.`,
  )
  return file
}
