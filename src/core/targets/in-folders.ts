/** The files of the VMs of a set, where each has a folder of its own. */
import { runAllScript } from '../bundle/index.ts'
import type { SetJob, SetPart, TargetFile, TargetText } from './target.ts'

export function inFolders(vms: readonly SetPart[]): readonly TargetFile[] {
  return vms.flatMap(({ folder, files }) =>
    files.map((file) => ({ ...file, name: `${folder}/${file.name}` })),
  )
}

/** The create.sh above the folders, which runs that of each. */
export function createAll({ name, vms }: SetJob, where: string, counts?: true): TargetText {
  const text = runAllScript({
    script: 'create.sh',
    folders: vms.map(({ folder }) => folder),
    about: `Makes the ${vms.length} VMs of ${name} ${where}`,
    failed: 'could not be made; those after it were not tried.',
    ...(counts === undefined ? {} : { counts }),
  })
  return { name: 'create.sh', about: 'makes all VMs', language: 'shell', text, executable: true }
}
