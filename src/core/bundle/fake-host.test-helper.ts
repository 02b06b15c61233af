/** A host of its own for create.sh and destroy.sh: its programs are fakes that write down what they are told. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { HostFacts } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import { type BundleOptions, bundle } from './bundle.ts'

/** A name that no script survives by luck. */
export const oddName = `a b'"$(x)&|%`

/** The head of an image in the format qcow2, version 3, that names no other file. */
export function qcow2Head(): Buffer {
  const head = Buffer.alloc(104)
  head.write('QFI\xfb', 'latin1')
  head.writeUInt32BE(3, 4)
  return head
}

/** Those that are on this machine, in which a script has to do the same. */
export const shells = ['dash', 'bash', 'busybox sh'].filter(
  (shell) => spawnSync(shell.split(' ')[0] ?? '', ['-c', 'true']).error === undefined,
)

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Real ones, so that a PATH of one directory is enough. */
const real =
  'sh cat sed grep mkdir rmdir dirname rm mv cp cmp chmod chgrp dd id date sleep sha256sum sha512sum base64 tr cut od printf env mktemp truncate flock awk basename gzip'.split(
    ' ',
  )

/** In each of them `$FAKE` is the directory of what the host remembers. */
const fakes: Readonly<Record<string, string>> = {
  virsh: `
[ "$1" = -q ] && shift
[ "$1 $2" = "-c qemu:///session" ] || [ "$1 $2" = "-c qemu:///system" ] || exit 9
shift 2
verb=$1
shift
for last; do :; done
case $verb in
  uri) echo "here" ;;
  capabilities) echo "<capabilities/>" ;;
  net-info) [ ! -e "$FAKE/networks" ] || cat "$FAKE/networks" ;;
  dumpxml) echo "<domain><devices><disk type='file' device='cdrom'><driver name='qemu' type='raw'/></disk>"; echo "<disk type='file' device='disk'>"; echo "<driver name='qemu' type='qcow2'/></disk></devices></domain>" ;;
  dominfo) [ -e "$FAKE/xml" ] || { echo "no domain" >&2; exit 1; }; [ "$last" = "$NAME" ] || exit 8; cat "$FAKE/autostart" 2>/dev/null || : ;;
  domstate) [ "$last" = "$NAME" ] || { cat "$FAKE/other-state"; exit; }; cat "$FAKE/state" ;;
  domblklist) echo " Type   Device   Target   Source"; echo "------"; echo " file   cdrom    sda      -"; echo " file   disk     vda      $FAKE/the other disk.qcow2" ;;
  domuuid) echo 1-2-3 ;;
  define) [ "$1" = --validate ] && cat "$last" >"$FAKE/xml" && echo 'shut off' >"$FAKE/state" ;;
  start) echo running >"$FAKE/state" ;;
  shutdown | destroy) echo 'shut off' >"$FAKE/state" ;;
  autostart) echo 'Autostart:      enable' >"$FAKE/autostart" ;;
  undefine) echo "$*" >>"$FAKE/undefine"; rm -f "$FAKE/xml" "$FAKE/state" "$FAKE/autostart" ;;
  *) exit 7 ;;
esac
echo "$verb" >>"$FAKE/virsh"
`,
  'qemu-img': `
verb=$1
for last; do :; done
echo "$*" >>"$FAKE/qemu-img"
case $verb in
  info) cat "$FAKE/info" 2>/dev/null || echo '{ "format": "qcow2" }' ;;
  create) while :; do case $2 in -q) shift ;; -*) shift 2 ;; *) break ;; esac; done; echo disk >"$2" ;;
  convert) echo copy >"$last" ;;
esac
`,
  curl: `
echo "$*" >>"$FAKE/curl"
while [ "$1" != -o ]; do shift; done
# To standard output go sums, and nothing where the host remembers none.
if [ "$2" = - ]; then [ -e "$FAKE/sums" ] || exit 22; cat "$FAKE/sums"; else cat "$FAKE/image" >"$2"; fi
`,
  'ssh-keygen': `
for last; do :; done
echo private >"$last"
echo "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOdQ7Vm0pl9rJcgg3gSLGYzgWrl6z0KTbVwbN1vmw000 vmwright" >"$last.pub"
`,
  ssh: 'echo "$*" >>"$FAKE/ssh"; exit 0',
  systemctl: 'echo "systemctl $*" >>"$FAKE/systemd"',
  loginctl:
    'case $1 in show-user) cat "$FAKE/linger" 2>/dev/null || : ;; enable-linger) echo yes >"$FAKE/linger" ;; esac',
  podman: 'echo "$*" >>"$FAKE/podman"; [ "$1" = run ] || echo 1234abcd',
  ...Object.fromEntries(
    ['qemu-system-x86_64', 'passt', 'virtiofsd', 'swtpm', 'swtpm_setup'].map((name) => [name, 'exit 0']),
  ),
}

export class FakeHost {
  readonly root = mkdtempSync(path.join(tmpdir(), 'vmwright-'))
  readonly home = path.join(this.root, `home ${oddName}`)
  readonly bundle = path.join(this.root, oddName)
  readonly memory = path.join(this.root, 'memory')
  private readonly bin = path.join(this.root, 'bin')
  private name = ''

  constructor() {
    for (const directory of [this.home, this.memory, this.bin]) mkdirSync(directory)
    for (const name of real) {
      const found = ['/usr/bin', '/bin'].map((directory) => path.join(directory, name)).find(existsSync)
      if (found !== undefined) symlinkSync(found, path.join(this.bin, name))
    }
    for (const [name, text] of Object.entries(fakes)) this.install(name, text)
    writeFileSync(path.join(this.memory, 'image'), qcow2Head())
  }

  install(name: string, text: string): void {
    const file = path.join(this.bin, name)
    writeFileSync(file, `#!/bin/sh\n${text}\n`)
    chmodSync(file, 0o755)
  }

  /** The program of this machine in place of the fake; false when there is none. */
  installReal(name: string): boolean {
    const found = path.join('/usr/bin', name)
    if (!existsSync(found)) return false
    rmSync(path.join(this.bin, name), { force: true })
    symlinkSync(found, path.join(this.bin, name))
    return true
  }

  uninstall(name: string): void {
    rmSync(path.join(this.bin, name))
  }

  /** Writes the bundle of a design into its odd directory. */
  unpack(design: Design, facts?: HostFacts, options?: BundleOptions): void {
    this.name = design.name
    for (const { name, bytes, executable } of bundle(design, facts, options).files) {
      const file = path.join(this.bundle, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, bytes)
      if (executable) chmodSync(file, 0o755)
    }
  }

  run(shell: string, script: string, ...words: readonly string[]): Ran {
    const [program, list, options] = this.call(shell, script, words)
    const { status, stdout, stderr } = spawnSync(program, list, options)
    return { status, out: stdout, err: stderr }
  }

  /** The same, and others meanwhile. */
  start(shell: string, script: string, ...words: readonly string[]): Promise<Ran> {
    const child = spawn(...this.call(shell, script, words))
    const ran = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      ran.out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      ran.err += chunk.toString()
    })
    return new Promise((done) => child.on('close', (status) => done({ status, ...ran })))
  }

  private call(shell: string, script: string, words: readonly string[]) {
    const [program = 'sh', ...applet] = shell.split(' ')
    const options = {
      cwd: '/',
      encoding: 'utf8',
      env: { PATH: this.bin, HOME: this.home, FAKE: this.memory, NAME: this.name },
    } as const
    return [`/usr/bin/${program}`, [...applet, path.join(this.bundle, script), ...words], options] as const
  }

  /** What a fake has written down; empty when it was not called. */
  told(program: string): string {
    const file = path.join(this.memory, program)
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }

  /** All files below a directory with their content and time, to see that nothing has changed. */
  snapshot(directory: string): Readonly<Record<string, string>> {
    const all = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()
    return Object.fromEntries(
      all.flatMap((name) => {
        const file = path.join(directory, name)
        const stat = statSync(file)
        return stat.isFile() ? [[name, `${stat.mtimeMs} ${readFileSync(file, 'base64')}`]] : []
      }),
    )
  }

  remove(): void {
    rmSync(this.root, { recursive: true })
  }
}
