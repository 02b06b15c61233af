/** ssh.config: how to log in, for ssh -F. ssh_config(5). */
import type { Finding } from '../finding.ts'
import { shellComment, sshFile, sshHostName, sshUser } from '../text/index.ts'
import type { BundlePlan } from './bundle-plan.ts'
import { plainNameOf } from './file-name.ts'
import type { KeyPlan } from './ssh-key.ts'

export interface SshConfig {
  readonly text: string
  /** `bundle.ssh-config` (error): what the file can't say, and so does not. */
  readonly findings: readonly Finding[]
}

/** What the VM is called there. */
export function sshAlias({ design }: BundlePlan): string {
  return plainNameOf(design.name)
}

export function sshConfig(plan: BundlePlan): SshConfig {
  const { forward, firstPort, login, key, libvirt } = plan
  const alias = sshAlias(plan)
  const findings: Finding[] = []
  const line = (option: string, text: string, quoted: string | undefined): string[] => {
    if (quoted !== undefined) return [`  ${option} ${quoted}`]
    const message = `ssh.config of the bundle has no ${option}: it can’t say ${JSON.stringify(text)}. Use letters, digits and dashes.`
    findings.push({ code: 'bundle.ssh-config', severity: 'error', path: ['ssh'], message })
    return []
  }
  const host = forward?.address ?? 'ADDRESS'
  const lines = [
    `# In the directory of this file: ssh -F ssh.config ${alias}`,
    ...(firstPort === undefined
      ? []
      : [
          `# create.sh chooses the port, says it, and keeps it in ${shellComment(JSON.stringify(libvirt.paths.stateDir))}/ssh-port.`,
        ]),
    ...(forward === undefined
      ? [
          '# No port of the host leads to the SSH of the guest: put its address in, which virsh domifaddr says.',
        ]
      : []),
    `Host ${alias}`,
    ...line('HostName', host, sshHostName(host)),
    ...(forward === undefined ? [] : [`  Port ${forward.port}`]),
    ...(login === undefined ? [] : line('User', login, sshUser(login))),
    ...identities(key).flatMap((file) => line('IdentityFile', file, sshFile(file))),
    '  StrictHostKeyChecking accept-new',
    '  UserKnownHostsFile known_hosts',
  ]
  return { text: `${lines.join('\n')}\n`, findings }
}

/** The one that create.sh makes, or may make. Once one is named, ssh takes none of its own. */
function identities(key: KeyPlan): string[] {
  switch (key.kind) {
    case 'generate':
      return ['ssh-key']
    case 'own':
      return ['ssh-key', '~/.ssh/id_ed25519']
    case 'file':
      return [key.path.replace(/\.pub$/, '')]
    default:
      return []
  }
}
