/** ssh.config: how to log in, for ssh -F. ssh_config(5). */
import type { BundlePlan } from './bundle-plan.ts'
import { plainNameOf } from './file-name.ts'
import type { KeyPlan } from './ssh-key.ts'

/** What the VM is called there. */
export function sshAlias({ design }: BundlePlan): string {
  return plainNameOf(design.name)
}

export function sshConfig(plan: BundlePlan): string {
  const { forward, firstPort, login, key, libvirt } = plan
  const alias = sshAlias(plan)
  const lines = [
    `# In the directory of this file: ssh -F ssh.config ${alias}`,
    ...(firstPort === undefined
      ? []
      : [
          `# create.sh chooses the port, says it, and keeps it in ${JSON.stringify(libvirt.paths.stateDir)}/ssh-port.`,
        ]),
    ...(forward === undefined
      ? [
          '# No port of the host leads to the SSH of the guest: put its address in, which virsh domifaddr says.',
        ]
      : []),
    `Host ${alias}`,
    `  HostName ${forward?.address ?? 'ADDRESS'}`,
    ...(forward === undefined ? [] : [`  Port ${forward.port}`]),
    ...(login === undefined ? [] : [`  User ${configWord(login)}`]),
    ...identities(key).map((file) => `  IdentityFile ${file}`),
    '  StrictHostKeyChecking accept-new',
    '  UserKnownHostsFile known_hosts',
  ]
  return `${lines.join('\n')}\n`
}

/** The one that create.sh makes, or may make. Once one is named, ssh takes none of its own. */
function identities(key: KeyPlan): string[] {
  switch (key.kind) {
    case 'generate':
      return ['ssh-key']
    case 'own':
      return ['ssh-key', '~/.ssh/id_ed25519']
    case 'file':
      return [configWord(key.path.replace(/\.pub$/, '').replaceAll('%', '%%'))]
    default:
      return []
  }
}

function configWord(text: string): string {
  return `"${text.replace(/\p{Cc}/gu, '').replace(/["\\]/g, '\\$&')}"`
}
