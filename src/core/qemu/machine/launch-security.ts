/** Memory encrypted against the host. libvirt manual, Launch Security; QEMU manual, Confidential Guest Support. */
import type { Domain } from '../../domain/index.ts'
import { setOwn } from '../../text/index.ts'
import { type Build, hasQemu, leftOut, report } from '../build/index.ts'
import { type Decisions, quiet, writtenIn } from '../decisions/index.ts'
import type { OptionValue } from '../words/options.ts'
import { emit, object } from '../writing/index.ts'

export type LaunchSecurity = NonNullable<Domain['launch_security']>

export const launchSecurityDecisions: Decisions<LaunchSecurity> = {
  ...writtenIn<LaunchSecurity>()('type kernel_hashes author_key vcek'),
  handle: quiet('libvirt reports it; the firmware gives it out.'),
  ...writtenIn<LaunchSecurity>()('cbitpos reduced_phys_bits policy dh_cert session'),
  ...writtenIn<LaunchSecurity>()('guest_visible_workarounds id_block id_auth host_data mr_config_id'),
  ...writtenIn<LaunchSecurity>()('mr_owner mr_owner_config quote_generation_service'),
}

/** Texts of SEV-SNP that QEMU takes as they are. */
export const snpTexts = [
  { key: 'guest_visible_workarounds', property: 'guest-visible-workarounds' },
  { key: 'id_block', property: 'id-block' },
  { key: 'id_auth', property: 'id-auth' },
  { key: 'host_data', property: 'host-data' },
] as const

/** Texts of TDX that QEMU takes as they are. */
export const tdxTexts = [
  { key: 'mr_config_id', property: 'mrconfigid' },
  { key: 'mr_owner', property: 'mrowner' },
  { key: 'mr_owner_config', property: 'mrownerconfig' },
] as const

/** The id that libvirt gives the object. */
const id = 'lsec0'

export function renderLaunchSecurity(build: Build): void {
  const security = build.domain.launch_security
  if (security === undefined) return
  switch (security.type) {
    case 'tdx':
      renderTdx(build, security)
      break
    case 's390-pv':
      object(build, 's390-pv-guest', ['launch_security'], { id })
      build.machine['confidential-guest-support'] = id
      break
    default:
      renderSev(build, security)
  }
}

function renderSev(build: Build, security: LaunchSecurity): void {
  const path = ['launch_security']
  const { type, cbitpos } = security
  if (cbitpos === undefined) {
    leftOut(
      build,
      [...path, 'cbitpos'],
      'Encryption is left out: QEMU has to be told the C-bit, which libvirt asks the host for (virsh domcapabilities). Say cbitpos and reduced_phys_bits.',
    )
    return
  }
  if (type === 'sev-snp' && !hasQemu(build, '9.1')) {
    leftOut(build, path, 'SEV-SNP is left out: it came with QEMU 9.1.')
    return
  }
  const common = {
    id,
    cbitpos,
    'reduced-phys-bits': security.reduced_phys_bits ?? 1,
    // libvirt's own where nothing is said: no debugging, and no key shared; SEV-ES asks for encrypted state too.
    policy: security.policy ?? (type === 'sev-es' ? '0x0007' : type === 'sev' ? '0x0003' : undefined),
  }
  const hashes = security.kernel_hashes === undefined ? undefined : security.kernel_hashes === 'yes'
  if (type === 'sev-snp')
    object(build, 'sev-snp-guest', path, common, texts(security, snpTexts), {
      'author-key-enabled': security.author_key,
      'vcek-disabled': security.vcek === undefined ? undefined : !security.vcek,
      'kernel-hashes': hashes,
    })
  else
    object(build, 'sev-guest', path, common, {
      'dh-cert-file': ownerFile(build, security, 'dh_cert'),
      'session-file': ownerFile(build, security, 'session'),
      'kernel-hashes': hashes,
    })
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

function renderTdx(build: Build, security: LaunchSecurity): void {
  const path = ['launch_security']
  if (!hasQemu(build, '10.1')) {
    leftOut(build, path, 'TDX is left out: it came with QEMU 10.1.')
    return
  }
  const { policy, quote_generation_service: socket } = security
  const measured = texts(security, tdxTexts)
  if (socket === undefined) object(build, 'tdx-guest', path, { id, attributes: policy }, measured)
  else {
    // A socket is an address with members, which only JSON can say in an -object.
    const attributes = policy === undefined ? undefined : Number(policy)
    const value = JSON.stringify({
      'qom-type': 'tdx-guest',
      id,
      attributes: Number.isSafeInteger(attributes) ? attributes : undefined,
      ...measured,
      'quote-generation-socket': { type: 'unix', path: socket },
    })
    emit(build, '-object', path, value)
  }
  build.machine['confidential-guest-support'] = id
}

function texts(
  security: LaunchSecurity,
  table: readonly {
    readonly key: (typeof snpTexts | typeof tdxTexts)[number]['key']
    readonly property: string
  }[],
): Record<string, OptionValue> {
  const written: Record<string, OptionValue> = {}
  for (const { key, property } of table)
    if (security[key] !== undefined) setOwn<OptionValue>(written, property, security[key])
  return written
}
