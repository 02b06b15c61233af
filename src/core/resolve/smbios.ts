/** System information, and the SSH key that goes in by it. systemd.system-credentials(7), libvirt manual, SMBIOS System Information. */
import { keyChannels, sshKeys } from '../cloudinit/index.ts'
import { base64Encode, utf8Encode } from '../text/index.ts'
import { smbiosDefaults } from './defaults.ts'
import { type Draft, note, origin } from './draft.ts'
import { fill } from './fill.ts'

export function resolveSmbios(draft: Draft): void {
  const { libvirt, spec, domain } = draft
  const said = libvirt.sysinfo
  const keys = sshKeys(draft.design, draft.host)
  const injected =
    keyChannels(draft.design).smbios && keys.length > 0
      ? [credential(spec.ssh?.user, spec.source?.base_user, keys)]
      : []
  if (said !== undefined) origin(draft, ['sysinfo'], ['libvirt', 'sysinfo'])
  if (injected.length > 0) origin(draft, ['sysinfo', 'oem_strings', 0], ['ssh'])
  if (said === undefined && injected.length === 0) return
  const strings = [...injected, ...(said?.oem_strings ?? [])]
  domain.sysinfo = {
    ...said,
    type: said?.type ?? 'smbios',
    ...(strings.length === 0 ? {} : { oem_strings: strings }),
  }
  if (injected.length > 0)
    note(
      draft,
      ['sysinfo', 'oem_strings', 0],
      'the SSH key',
      'systemd in the guest reads it from here at boot.',
      'Set ssh.key_injection.smbios to disabled.',
    )
  fill(draft, smbiosDefaults)
}

/** root has a credential of its own; another user's file is made by systemd-tmpfiles when it is not there yet. */
function credential(user: string | undefined, baseUser: string | undefined, keys: readonly string[]): string {
  const login = user ?? baseUser ?? 'root'
  const encoded = base64Encode(utf8Encode(`${keys.join('\n')}\n`))
  if (login === 'root')
    // Only base64 has room for a second line.
    return keys.length > 1
      ? `io.systemd.credential.binary:ssh.authorized_keys.root=${encoded}`
      : `io.systemd.credential:ssh.authorized_keys.root=${keys.join('')}`
  const lines = [
    `d /home/${login}/.ssh 0700 ${login} ${login} -`,
    `f~ /home/${login}/.ssh/authorized_keys 0600 ${login} ${login} - ${encoded}`,
  ]
  return `io.systemd.credential.binary:tmpfiles.extra=${base64Encode(utf8Encode(`${lines.join('\n')}\n`))}`
}
