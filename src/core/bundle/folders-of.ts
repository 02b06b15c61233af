import { fileNameOf } from './file-name.ts'

/**
 * A folder for each VM, by its name. Where two would have the same, or one that is called like a file beside them, the
 * later one has a number behind it.
 *
 * @param files names that are taken
 */
export function foldersOf(names: readonly string[], files: readonly string[]): readonly string[] {
  const taken = new Set(files)
  return names.map((name) => {
    // As formats that have composed text only can say it, too.
    const wanted = fileNameOf(name).normalize('NFC')
    let folder = wanted
    for (let number = 2; taken.has(folder); number += 1) folder = `${wanted}-${number}`
    taken.add(folder)
    return folder
  })
}
