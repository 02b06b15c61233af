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
  const [first = '', ...rest] = keys(value)
  const key = (name: string) => rest.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
  const isServer = rest.includes('server') || key('server') === 'on'
  switch (option) {
    case '-pidfile':
      return value
    case '-chardev':
      return first === 'socket' && isServer ? key('path') : undefined
    case '-monitor':
    case '-qmp':
    case '-serial':
      return first.startsWith('unix:') && isServer ? first.slice('unix:'.length) : undefined
    case '-vnc':
      return /^(?:vnc=)?unix:(.*)$/s.exec(first)?.[1]
    case '-spice':
      return [first, ...rest].includes('unix=on')
        ? [first, ...rest].find((one) => one.startsWith('addr='))?.slice('addr='.length)
        : undefined
    default:
      return undefined
  }
}

/** Split at single commas; a doubled one is one in a value. */
function keys(value: string): string[] {
  return value
    .replaceAll(',,', '\0')
    .split(',')
    .map((one) => one.replaceAll('\0', ','))
}
