/** What a disk has behind it, while it is read. */
import { OptionInHand, type Reading } from '../reading/index.ts'
import type { BlockView } from './block-view.ts'
import type { ioWords } from './disk-words.ts'

/** The group of a throttle node, and whether it is of this disk alone. */
export interface ThrottleGroup {
  readonly id: string
  readonly isOfDisk: boolean
}

export class Backend {
  readonly reading: Reading
  readonly options = new Set<OptionInHand>()
  io: (typeof ioWords)[number] | undefined
  copyOnRead: true | undefined
  /** Groups of throttle nodes, the outermost first. */
  readonly groups: ThrottleGroup[] = []

  constructor(reading: Reading) {
    this.reading = reading
  }

  /**
   * Takes a key that names an `-object secret`. libvirt keeps secrets itself: it is told to look for one by a usage.
   *
   * @returns the usage; undefined when there is no such object
   */
  takeSecret(view: BlockView, key: string): string | undefined {
    const id = view.peek(key)
    const object = this.reading.named('object', id)
    if (id === undefined || object === undefined) return undefined
    view.take(key)
    this.options.add(object)
    const file = object.written.pairs.find(([name]) => name === 'file')?.[1]
    object.finish()
    this.reading.findings.push({
      code: 'argv.secret',
      severity: 'advice',
      path: [],
      message: `The secret ${id} is for libvirt to keep: define one with the usage ${id} (virsh secret-define, virsh secret-set-value)${file === undefined ? '' : `; the command line reads it from ${file}`}.`,
    })
    return id
  }

  /** What stands behind the disk can't be said: all of its options are kept as they are. */
  keep(): void {
    const untold = new OptionInHand({ name: '', words: [], value: undefined, pairs: [['untold', '']] })
    this.reading.add('disks', {}, [...this.options, untold])
  }
}
