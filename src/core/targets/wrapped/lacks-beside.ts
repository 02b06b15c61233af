/** What a design says beside the machine, where only the machine goes over: disks to make, CDs to fetch, snapshots. */
import type { Path } from '../../finding.ts'
import { valueAt } from '../../path.ts'
import type { Resolved } from '../../resolve/index.ts'
import { vmSpec } from '../../spec/index.ts'
import { type Shape, shapeAt } from '../../table/index.ts'
import { shellWord } from '../../text/index.ts'
import { placeholderHash, renderAnswers } from '../../unattended/index.ts'
import { beyondMachine } from '../beyond-machine.ts'
import type { Lack } from '../lacks.ts'

const makeDisks = 'create.sh --files of the bundle makes it, then define the machine.'

/**
 * @param resolved with the design as its author says it
 * @param placeOf from a place of the Domain to that of the design
 * @param runs what runs the machine there, as the beginning of a sentence
 */
export function lacksBeside(resolved: Resolved, placeOf: (path: Path) => Path, runs: string): Lack[] {
  const { design, installation, newDisks, domain } = resolved
  const { source, disk_size: size, snapshot = [], ssh, backend } = design.spec
  const lacks = beyondMachine(design)
  const add = (path: Path, message: string, byHand: string) => lacks.push({ path, message, byHand })
  if (source !== undefined && source.kind !== 'imported')
    for (const path of recipesIn(source, ['source']))
      add(path, 'The disk is named here, and not made of its source.', makeDisks)
  if (size !== undefined) add(['disk_size'], 'The disk is named here, and not made.', makeDisks)
  const places = new Map(domain.devices?.disks?.map(({ source: at }, index) => [at?.file, index]))
  for (const { file } of newDisks) {
    const index = places.get(file)
    if (index === undefined) continue
    const path = [...placeOf(['devices', 'disks', index]), 'create']
    add(path, 'The disk is named here, and not made.', makeDisks)
  }
  for (const { path, url, checksum } of installation?.media ?? []) {
    const at = path.slice(0, -1)
    if (url !== undefined)
      add([...at, 'url'], 'The CD is named here, and not fetched.', `${makeDisks} It fetches CDs, too.`)
    if (checksum.value !== undefined)
      add([...at, 'checksum'], 'The CD is compared with no checksum.', 'sha256sum says that of the file.')
  }
  if (installation?.boot !== undefined)
    add(
      ['installer', 'unattended'],
      'This installer is started with a kernel out of its CD, which is not taken out here.',
      'create.sh of the bundle takes it out.',
    )
  if (renderAnswers(resolved)?.files.some(({ text }) => text.includes(placeholderHash)) === true)
    add(
      ['installer', 'unattended'],
      'The password is made up by create.sh of the bundle; here nobody has one.',
      'Log in with an SSH key, or install with the bundle.',
    )
  for (const [index, { name = '' }] of snapshot.entries())
    add(
      ['snapshot', index],
      `${runs} takes no snapshots by itself.`,
      `virsh snapshot-create-as ${shellWord(design.name)} ${shellWord(name)} takes it.`,
    )
  if (ssh?.port_auto === true)
    add(
      ['ssh', 'port_auto'],
      'Only create.sh of the bundle looks for a free port.',
      'Say a port in ssh.port.',
    )
  if (backend !== undefined && (backend === 'qemu') !== (runs === 'QEMU'))
    lacks.push({
      path: ['backend'],
      message: backend === 'qemu' ? 'libvirt runs the VM there.' : 'QEMU runs the VM there, without libvirt.',
      byHand: 'Choose another format for what the design says.',
      severity: 'advice',
    })
  return lacks
}

/** The places of all values that only say how the disk is made. */
function recipesIn(held: object, path: Path): Path[] {
  const shape: Shape = shapeAt(vmSpec, path) ?? {}
  return Object.entries(shape).flatMap(([key, field]): Path[] => {
    const isRecipe = field.meta.becomes?.startsWith('how the disk is made') === true
    return isRecipe && valueAt(held, [key]) !== undefined ? [[...path, key]] : []
  })
}
