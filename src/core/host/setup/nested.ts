/** Nested virtualisation, which the module of KVM has to allow. Source: Linux, Documentation/virt/kvm/x86/running-nested-guests.rst. */
import type { Domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { ownValue } from '../../text/index.ts'
import { distroFamily } from '../distro-family.ts'
import type { HostFacts } from '../facts.ts'
import { modprobeFile } from './bind.ts'
import type { SetupStep } from './step.ts'

/** By the feature of the processor that the guest is given: the module of the host that allows it. */
const modules: Readonly<Record<string, string>> = { vmx: 'kvm_intel', svm: 'kvm_amd' }

/** What switches it on. */
export interface NestedSwitch {
  /** The module of the kernel. */
  readonly module: string
  /** The line for a file below /etc/modprobe.d. */
  readonly line: string
  /** Where the Domain has the feature that asks for it. */
  readonly path: Path
}

/** @returns undefined unless the guest is to have virtualisation of its own and HostFacts say that the module forbids it */
export function nestedSwitch(facts: HostFacts | undefined, { cpu }: Domain): NestedSwitch | undefined {
  if (facts?.cpu?.nested !== false) return undefined
  const features = cpu?.features ?? []
  const index = features.findIndex(
    ({ name = '', policy = 'require' }) =>
      ownValue(modules, name) !== undefined && (policy === 'require' || policy === 'force'),
  )
  const module = ownValue(modules, features[index]?.name ?? '')
  if (module === undefined) return undefined
  return { module, line: `options ${module} nested=1`, path: ['cpu', 'features', index] }
}

export function nestedStep(facts: HostFacts | undefined, domain: Domain): SetupStep | undefined {
  const found = nestedSwitch(facts, domain)
  if (found === undefined) return undefined
  const { module, line } = found
  const nixos = distroFamily(facts?.distro) === 'nixos'
  return {
    id: 'nested',
    title: 'Allow VMs inside this VM',
    why: `The module ${module} has nested virtualisation switched off. It is loaded anew for that: no VM may run.`,
    files: [modprobeFile(nixos, `${line}\n`, '/etc/modprobe.d/vmwright-nested.conf')],
    commands: nixos ? [] : [`modprobe -r ${module}`, `modprobe ${module}`],
    done: false,
  }
}
