/** Any VM in, any VM out: the formats of others, and one way to write and to read each. */
import { foldersOf } from '../bundle/index.ts'
import type { Finding } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import type { TargetId } from '../target-ids.ts'
import { ansible } from './ansible/index.ts'
import { chosenFrom } from './choices.ts'
import { cloudHypervisor } from './cloud-hypervisor/index.ts'
import { inFolders } from './in-folders.ts'
import { incus } from './incus/index.ts'
import { kubevirt } from './kubevirt/index.ts'
import { lackFindings } from './lacks.ts'
import { lima } from './lima/index.ts'
import { nixvirt } from './nixvirt/index.ts'
import { openstack } from './openstack/index.ts'
import { ovf } from './ovf/index.ts'
import { proxmox } from './proxmox/index.ts'
import { quickemu } from './quickemu/index.ts'
import { systemd } from './systemd/index.ts'
import type { Target, TargetFile } from './target.ts'
import { terraform } from './terraform/index.ts'
import { utm } from './utm/index.ts'
import { vagrant } from './vagrant/index.ts'
import { vbox } from './vbox/index.ts'
import { virsh } from './virsh/index.ts'
import { virtInstall } from './virt-install/index.ts'
import { vmx } from './vmx/index.ts'

export { isTargetId, type TargetId, targetIds, targetTitles } from '../target-ids.ts'
export type {
  ReadTarget,
  Target,
  TargetBytes,
  TargetFile,
  TargetLanguage,
  TargetOption,
  TargetReader,
  TargetText,
  TargetWriter,
} from './target.ts'

/** In the order in which they are listed. */
export const targets: Readonly<Record<TargetId, Target>> = {
  terraform,
  proxmox,
  kubevirt,
  'virt-install': virtInstall,
  incus,
  ansible,
  nixvirt,
  virsh,
  systemd,
  openstack,
  'cloud-hypervisor': cloudHypervisor,
  vagrant,
  utm,
  lima,
  quickemu,
  vmx,
  vbox,
  ovf,
}

export interface WrittenTarget {
  readonly files: readonly TargetFile[]
  /** About this target alone: what the files do not say, and what else there is to say about them. */
  readonly findings: readonly Finding[]
}

/**
 * A design in the format of a target.
 *
 * @param host the host that it is to run on; undefined when nothing is known
 * @param choices words for its options; the usual one for what is not said
 * @returns no files for a target that is read only
 */
export function writeTarget(
  id: TargetId,
  design: Design,
  host: HostFacts | undefined,
  choices: Readonly<Record<string, string>> = {},
): WrittenTarget {
  const { writer } = targets[id]
  if (writer === undefined) return { files: [], findings: [] }
  const job = { design, host, choices: chosenFrom(writer.options, choices) }
  const { files, lacks, findings } = writer.write(job)
  return { files, findings: [...lackFindings(id, lacks), ...findings] }
}

export interface WrittenSet {
  readonly files: readonly TargetFile[]
  /** About each VM, in the order of the designs. */
  readonly findings: readonly (readonly Finding[])[]
}

/**
 * Several designs that are one set, in the format of a target, as a whole.
 *
 * @param name what the set is called
 */
export function writeTargetSet(
  id: TargetId,
  name: string,
  designs: readonly Design[],
  host: HostFacts | undefined,
  said: Readonly<Record<string, string>> = {},
): WrittenSet {
  const { writer } = targets[id]
  if (writer === undefined) return { files: [], findings: designs.map(() => []) }
  const choices = chosenFrom(writer.options, said)
  const written = designs.map((design) => writer.write({ design, host, choices }))
  const folders = foldersOf(
    designs.map((design) => design.name),
    ['main.tf', 'create.sh', 'vms.yaml', 'administrator.yaml'],
  )
  const vms = designs.map((design, index) => ({
    design,
    folder: folders[index] ?? '',
    files: written[index]?.files ?? [],
  }))
  const set = writer.writeSet?.({ name, vms, host, choices }) ?? { files: inFolders(vms) }
  return {
    files: set.files,
    findings: written.map(({ lacks, findings }, index) => [
      ...lackFindings(id, lacks),
      ...findings,
      ...(set.findings?.[index] ?? []),
    ]),
  }
}
