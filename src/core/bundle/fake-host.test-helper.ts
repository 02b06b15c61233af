/** A host of its own for create.sh and destroy.sh: its programs are fakes that write down what they are told. */
import { spawnSync } from 'node:child_process'
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
import { bundle } from './bundle.ts'

/** A name that no script survives by luck. */
export const oddName = `a b'"$(x)&|%`

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Real ones, so that a PATH of one directory is enough. */
const real =
  'sh cat sed grep mkdir rmdir dirname rm mv cp cmp chmod dd id date sleep sha256sum base64 tr cut printf env mktemp truncate'.split(
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
  dominfo) [ -e "$FAKE/xml" ] || { echo "no domain" >&2; exit 1; }; [ "$last" = "$NAME" ] || exit 8; cat "$FAKE/autostart" 2>/dev/null || : ;;
  domstate) [ "$last" = "$NAME" ] || { cat "$FAKE/other-state"; exit; }; cat "$FAKE/state" ;;
  domblklist) echo " Type   Device   Target   Source"; echo "------"; echo " file   cdrom    sda      -"; echo " file   disk     vda      $FAKE/the other disk.qcow2" ;;
  define) [ "$1" = --validate ] && cp "$last" "$FAKE/xml" && echo 'shut off' >"$FAKE/state" ;;
  start) echo running >"$FAKE/state" ;;
  shutdown | destroy) echo 'shut off' >"$FAKE/state" ;;
  autostart) echo 'Autostart:      enable' >"$FAKE/autostart" ;;
  undefine) rm -f "$FAKE/xml" "$FAKE/state" "$FAKE/autostart" ;;
  *) exit 7 ;;
esac
echo "$verb" >>"$FAKE/virsh"
`,
  'qemu-img': `
verb=$1
for last; do :; done
echo "$*" >>"$FAKE/qemu-img"
case $verb in
  info) echo "image: x"; echo "file format: qcow2"; cat "$FAKE/backing" 2>/dev/null || : ;;
  create) for word; do case $word in /*.part) echo disk >"$word" ;; esac; done ;;
  convert) echo copy >"$last" ;;
esac
`,
  curl: `
echo "$*" >>"$FAKE/curl"
while [ "$1" != -o ]; do shift; done
echo image >"$2"
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
  }

  install(name: string, text: string): void {
    const file = path.join(this.bin, name)
    writeFileSync(file, `#!/bin/sh\n${text}\n`)
    chmodSync(file, 0o755)
  }

  uninstall(name: string): void {
    rmSync(path.join(this.bin, name))
  }

  /** Writes the bundle of a design into its odd directory. */
  unpack(design: Design, facts?: HostFacts): void {
    this.name = design.name
    for (const { name, bytes, executable } of bundle(design, facts).files) {
      const file = path.join(this.bundle, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, bytes)
      if (executable) chmodSync(file, 0o755)
    }
  }

  run(shell: string, script: string, ...words: readonly string[]): Ran {
    const [program = 'sh', ...applet] = shell.split(' ')
    const { status, stdout, stderr } = spawnSync(
      `/usr/bin/${program}`,
      [...applet, path.join(this.bundle, script), ...words],
      {
        cwd: '/',
        encoding: 'utf8',
        env: { PATH: this.bin, HOME: this.home, FAKE: this.memory, NAME: this.name },
      },
    )
    return { status, out: stdout, err: stderr }
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
