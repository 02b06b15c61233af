/** The sockets and the pid file that QEMU makes: it deletes them at its end, unless it is killed. */
import type { Path } from '../finding.ts'
import type { QemuCommand } from './build/index.ts'

export interface OwnFile {
  readonly kind: 'socket' | 'pid'
  readonly file: string
  /** The place of the Domain that it is from. */
  readonly path: Path
}

/** Files of QEMU's own, as far as their path does not depend on where it is started. */
export function ownFiles({ arguments: list }: QemuCommand): OwnFile[] {
  return list.flatMap(({ option, value = '', path }): OwnFile[] => {
    const file = fileOf(option, value)
    const kind = option === '-pidfile' ? 'pid' : 'socket'
    return file === undefined || (!file.startsWith('/') && !file.startsWith('~/'))
      ? []
      : [{ kind, file, path }]
  })
}

/** QEMU manual: -chardev socket, -monitor and -qmp (the same, shorter), -vnc, -spice, -pidfile. */
function fileOf(option: string, value: string): string | undefined {
  switch (option) {
    case '-pidfile':
      return value
    case '-chardev': {
      const keys = keysOf(value)
      return keys[0] === 'socket' && isServer(keys) ? textOf(keys, 'path') : undefined
    }
    case '-monitor':
    case '-qmp':
    case '-serial': {
      const keys = keysOf(value)
      const [first = ''] = keys
      return first.startsWith('unix:') && isServer(keys) ? first.slice('unix:'.length) : undefined
    }
    case '-vnc':
      return /^(?:vnc=)?unix:(.*)$/s.exec(keysOf(value)[0] ?? '')?.[1]
    case '-spice': {
      const keys = keysOf(value)
      return keys.includes('unix=on') ? textOf(keys, 'addr') : undefined
    }
    default:
      return undefined
  }
}

function isServer(keys: readonly string[]): boolean {
  return keys.includes('server') || keys.includes('server=on')
}

function textOf(keys: readonly string[], name: string): string | undefined {
  return keys.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** Split at single commas; a doubled one is one in a value. */
function keysOf(value: string): string[] {
  return value
    .replaceAll(',,', '\0')
    .split(',')
    .map((one) => one.replaceAll('\0', ','))
}
