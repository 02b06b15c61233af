/** Memory encrypted against the host. libvirt manual, Launch Security; QEMU manual, Confidential Guest Support. */
import type { Domain } from '../../domain/index.ts'
import { type Build, find, object } from '../build.ts'
import { byHand, type Said, said } from '../said.ts'

type LaunchSecurity = NonNullable<Domain['launch_security']>

const owner = byHand(
  'What the guest’s owner gives is left out: QEMU reads it from a file, dh-cert-file= and session-file= of the object.',
)
const snp = byHand(
  'It is left out: write the sev-snp-guest object by hand (QEMU manual, AMD Memory Encryption).',
)
const tdx = byHand('It is left out: write the tdx-guest object by hand (QEMU manual, Intel TDX).')

export const launchSecuritySaid: Said<LaunchSecurity> = {
  type: said,
  kernel_hashes: said,
  author_key: snp,
  vcek: snp,
  cbitpos: said,
  reduced_phys_bits: said,
  policy: said,
  dh_cert: owner,
  session: owner,
  guest_visible_workarounds: snp,
  id_block: snp,
  id_auth: snp,
  host_data: snp,
  mr_config_id: tdx,
  mr_owner: tdx,
  mr_owner_config: tdx,
  quote_generation_service: tdx,
}

export function renderLaunchSecurity(build: Build): void {
  const security = build.domain.launch_security
  if (security === undefined) return
  const path = ['launch_security']
  const { type, cbitpos } = security
  if (type === 'tdx' || type === 's390-pv') {
    object(build, type === 'tdx' ? 'tdx-guest' : 's390-pv-guest', path, { id: 'lsec0' })
    build.machine['confidential-guest-support'] = 'lsec0'
    return
  }
  if (cbitpos === undefined) {
    find(
      build,
      'qemu.unsupported',
      [...path, 'cbitpos'],
      'Encryption is left out: QEMU has to be told the C-bit, which libvirt asks the host for (virsh domcapabilities). Say cbitpos and reduced_phys_bits.',
    )
    return
  }
  object(build, type === 'sev-snp' ? 'sev-snp-guest' : 'sev-guest', path, {
    id: 'lsec0',
    cbitpos,
    'reduced-phys-bits': security.reduced_phys_bits ?? 1,
    policy: security.policy ?? (type === 'sev-es' ? '0x0007' : type === 'sev' ? '0x0003' : undefined),
    'kernel-hashes': security.kernel_hashes === undefined ? undefined : security.kernel_hashes === 'yes',
  })
  build.machine['confidential-guest-support'] = 'lsec0'
}
