/** What the ends on the host are called, and what each is told. QEMU manual, -chardev; QAPI, ChardevBackend. */
import { clientMouse, onOff, text } from '../properties/codec.ts'
import { given, type Properties, propertyOf } from '../properties/property.ts'
import type { Chardev } from './chardev-decisions.ts'

const property = propertyOf<Chardev>()

/** One kind of end: libvirt's type and QEMU's back end; sockets are code. */
interface ChardevEnd {
  readonly type: 'pty' | 'stdio' | 'null' | 'vc' | 'file' | 'pipe' | 'dev' | SpiceType | 'dbus'
  readonly backend: string
  /** What QEMU calls it besides. */
  readonly otherNames?: readonly string[]
  readonly since?: string
  readonly properties: Properties<Chardev>
}

type SpiceType = 'spicevmc' | 'spiceport' | 'qemu-vdagent'

/** The keys of QAPI, which libvirt writes as JSON, are read for those of the manual. */
const path = property('source.path', text, { alsoReadAs: ['backend.data.device'] })
const channel = (qapi: string) => property('source.channel', text, { alsoReadAs: [`backend.data.${qapi}`] })
const toggled = (key: string) => ({ alsoReadAs: [`backend.data.${key}`] })

const fileEnd: Properties<Chardev> = {
  path: property('source.path', text, { alsoReadAs: ['backend.data.out'] }),
  append: property('source.append', onOff, toggled('append')),
}

const deviceEnd: Properties<Chardev> = { path }

const spicePort: Properties<Chardev> = { name: channel('fqdn') }

const dbusEnd: Properties<Chardev> = { name: channel('name') }

const agentEnd: Properties<Chardev> = {
  name: given,
  clipboard: property('source.clipboard', onOff, toggled('clipboard')),
  mouse: property('source.mouse', clientMouse, toggled('mouse')),
}

export const chardevEnds: readonly ChardevEnd[] = [
  { type: 'pty', backend: 'pty', properties: {} },
  { type: 'stdio', backend: 'stdio', properties: {} },
  { type: 'null', backend: 'null', properties: {} },
  { type: 'vc', backend: 'vc', properties: {} },
  { type: 'file', backend: 'file', properties: fileEnd },
  { type: 'pipe', backend: 'pipe', properties: deviceEnd },
  { type: 'dev', backend: 'serial', otherNames: ['tty', 'parallel', 'parport'], properties: deviceEnd },
  { type: 'spicevmc', backend: 'spicevmc', properties: { name: given } },
  { type: 'spiceport', backend: 'spiceport', properties: spicePort },
  { type: 'dbus', backend: 'dbus', since: '7.0', properties: dbusEnd },
  { type: 'qemu-vdagent', backend: 'qemu-vdagent', properties: agentEnd },
]
