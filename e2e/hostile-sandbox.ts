/** A throwaway home for scripts made of hostile texts: every program that they may call is a fake that keeps its words. */
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

/** Real ones, which do nothing but read and write what they are told. */
const real =
  'sh cat sed grep rmdir dirname cmp dd date sha256sum base64 tr cut printf env mktemp mkfifo tail head wc flock awk od stat find'

/** What a script may call besides, and what each does beside keeping its words. */
const fakes: Readonly<Record<string, string>> = {
  // What is looked for in vain is no reason to end here.
  cp: '/bin/cp "$@" 2>/dev/null || :',
  mkdir: '/bin/mkdir "$@" 2>/dev/null || :',
  mv: '/bin/mv "$@" 2>/dev/null || :',
  rm: '/bin/rm "$@" 2>/dev/null || :',
  id: 'echo 0',
  chmod: '',
  sleep: '',
  ssh: '',
  'ssh-keygen': `for last; do :; done; echo private >"$last"; echo "ssh-ed25519 ${'A'.repeat(68)} vmwright" >"$last.pub"`,
  virsh:
    'case " $* " in *" domstate "*) echo "shut off" ;; *" dominfo "*) exit 1 ;; *" define "*) for last; do :; done; cp -- "$last" "$FAKE/defined.xml" ;; esac',
  'qemu-img':
    'case $1 in info) echo "file format: qcow2" ;; create | convert) for word; do case $word in *.part) echo disk >"$word" ;; esac; done ;; esac',
  curl: 'while [ "$1" != -o ]; do shift; done; echo image >"$2"',
  setsid: '"$@"',
}

/** Fakes that do nothing else. */
const silent =
  'chown truncate getent podman virt-customize wget systemctl loginctl touch udevadm mdevctl modprobe mkinitcpio dracut update-initramfs update-grub grub-mkconfig grub2-mkconfig grubby rpm-ostree limine-update nixos-rebuild kernel-install systemd-tmpfiles qemu-system-x86_64 passt virtiofsd swtpm swtpm_setup qemu-pr-helper incus lxc openstack cloud-hypervisor tar'

/** One call: the program and its words. */
export type Call = readonly string[]

export class HostileSandbox {
  readonly root = mkdtempSync(path.join(tmpdir(), 'vmwright-hostile-'))
  /** Deep enough for a few `..`. */
  readonly home = path.join(this.root, 'a/b/c/home')
  readonly bundle = path.join(this.root, 'a/b/c/bundle')
  /** What a script of root writes, in place of the root directory. */
  readonly system = path.join(this.root, 'system')
  private readonly bin = path.join(this.root, 'bin')
  private readonly calls = path.join(this.root, 'calls')

  constructor() {
    for (const directory of [this.home, this.bundle, this.system, this.bin, this.calls])
      mkdirSync(directory, { recursive: true })
    mkdirSync(path.join(this.home, 'Documents'))
    writeFileSync(path.join(this.home, 'Documents/letter'), 'mine')
    writeFileSync(path.join(this.home, '.bashrc'), 'mine')
    for (const name of real.split(' ')) {
      const found = ['/usr/bin', '/bin'].map((directory) => path.join(directory, name)).find(existsSync)
      if (found !== undefined) symlinkSync(found, path.join(this.bin, name))
    }
    for (const [name, text] of Object.entries(fakes)) this.install(name, text)
    for (const name of silent.split(' ')) this.install(name, '')
  }

  private install(name: string, text: string): void {
    const file = path.join(this.bin, name)
    const keep = `printf '%s\\0' "\${0##*/}" "$@" >"$FAKE/$$"`
    writeFileSync(file, `#!/bin/sh\n${keep}\n${text}\n`)
    chmodSync(file, 0o755)
  }

  /** Files of a bundle; scripts go on where something is missing or has failed, and write below `system` in place of `/`. */
  write(name: string, bytes: Uint8Array | string, executable: boolean): void {
    const file = path.join(this.bundle, name)
    mkdirSync(path.dirname(file), { recursive: true })
    const text = executable ? this.harmless(name, Buffer.from(bytes).toString('utf8')) : bytes
    writeFileSync(file, text)
  }

  private harmless(name: string, script: string): string {
    if (name !== 'host-setup.sh')
      return script
        .replaceAll('lacking=yes', 'lacking=')
        .replace(/^( *(?:echo|printf).*>&2\n) +exit 1$/m, '$1')
        .replaceAll('/var/tmp/', `${this.root}/`)
        .replace('wait_for_socket() {', 'wait_for_socket() {\n  return 0')
    return script.replace(/(?<=[\s'"=])\/(etc|sys|var|boot|usr)\//g, `${this.system}/$1/`)
  }

  /** Runs a script; what stands on its standard output and error together. */
  run(shell: string, script: string, ...words: readonly string[]): { status: number | null; out: string } {
    const [program = 'sh', ...applet] = shell.split(' ')
    const argv = [`/usr/bin/${program}`, ...applet, path.join(this.bundle, script), ...words]
    const { status, stdout, stderr } = spawnSync(
      guard[0] ?? '',
      [...guard.slice(1), ...this.bound(), ...argv],
      {
        cwd: this.bundle,
        encoding: 'utf8',
        timeout: 60_000,
        env: { PATH: this.bin, HOME: this.home, FAKE: this.calls },
      },
    )
    return { status, out: stdout + stderr }
  }

  private bound(): string[] {
    return guard[0] === '/usr/bin/env' ? [] : ['--bind', this.root, this.root, '--']
  }

  /** What the fakes were told since it was last asked. */
  takeCalls(): Call[] {
    return readdirSync(this.calls)
      .filter((name) => name !== 'defined.xml')
      .map((name) => {
        const file = path.join(this.calls, name)
        const words = readFileSync(file, 'utf8').split('\0').slice(0, -1)
        rmSync(file)
        return words
      })
  }

  /** The files below a directory of the sandbox. */
  filesBelow(directory: string): string[] {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(directory, name), { throwIfNoEntry: false })?.isFile() === true)
      .sort()
  }

  /** Before another script of root. */
  clearSystem(): void {
    rmSync(this.system, { recursive: true })
    for (const directory of ['sys/kernel/mm/hugepages/hugepages-1048576kB', 'etc/kernel'])
      mkdirSync(path.join(this.system, directory), { recursive: true })
    writeFileSync(path.join(this.system, 'etc/kernel/cmdline'), 'quiet\n')
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** Where it can be, everything outside of the sandbox is read-only. */
const guard = guardOf()

function guardOf(): readonly string[] {
  const bwrap = ['/usr/bin/bwrap', '--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc']
  const works = spawnSync(bwrap[0] ?? '', [...bwrap.slice(1), '/bin/true']).status === 0
  return works ? bwrap : ['/usr/bin/env']
}
