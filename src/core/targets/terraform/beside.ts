/** What the configuration does not do beside the domain and its volumes, and what of it is secret. */
import type { Finding } from '../../finding.ts'
import { isSecret, sensitiveThings } from '../../link/index.ts'
import type { Design } from '../../spec/index.ts'
import { canBeAShellWord, quoteForShell } from '../../text/index.ts'
import { beyondMachine } from '../beyond-machine.ts'
import type { Lack } from '../lacks.ts'

export function lacksBeside(design: Design): Lack[] {
  const { snapshot = [], ssh, backend } = design.spec
  const lacks = beyondMachine(design)
  for (const [index, { name = '' }] of snapshot.entries())
    lacks.push({
      path: ['snapshot', index],
      message: 'The provider takes no snapshots.',
      byHand: canBeAShellWord(design.name + name)
        ? `virsh snapshot-create-as ${quoteForShell(design.name)} ${quoteForShell(name)} takes it.`
        : 'virsh snapshot-create-as takes one.',
    })
  if (ssh?.port_auto === true)
    lacks.push({
      path: ['ssh', 'port_auto'],
      message: 'create.sh of the bundle looks for a free port; the provider does not.',
      byHand: 'Say a port in ssh.port.',
    })
  if (backend === 'qemu')
    lacks.push({
      path: ['backend'],
      message: 'The provider runs VMs by libvirt.',
      byHand: 'Run the script of QEMU instead.',
      severity: 'advice',
    })
  return lacks
}

/** @param isSeedInState whether what cloud-init is told is a text of the configuration */
export function secretFindings(design: Design, isSeedInState: boolean): Finding[] {
  return sensitiveThings(design.spec)
    .filter(isSecret)
    .map(({ what, shown, path }): Finding => {
      const inSeed = path[0] === 'cloud_init' && !isSeedInState
      const message = inSeed
        ? `${what}, ${shown}: it stands in seed.iso, as whoever reads that can see. Keep both files out of what is shared.`
        : `${what}, ${shown}: it stands in the configuration and in the state, in plain text. Keep both where only those read them who may.`
      return { code: 'terraform.secret', severity: 'warning', path, message, target: 'terraform' }
    })
}
