import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Design, VmSpec } from '../spec/index.ts'
import { FakeHost, oddName, qcow2Head, shells } from './fake-host.test-helper.ts'

const sum = createHash('sha256').update(qcow2Head()).digest('hex')

const spec: VmSpec = {
  source: {
    kind: 'cloud_image',
    url: 'https://example.org/a%20b.qcow2?x=$(y)',
    checksum: { type: 'sha256', value: sum },
    base_user: 'arch',
  },
  disk_size: '40G',
  autostart: true,
  ssh: { user: 'dev', port: 2224, key_source: 'generate' },
  network: { mode: 'user' },
  libvirt: {
    type: 'qemu',
    devices: {
      filesystems: [
        {
          driver: { type: 'virtiofs' },
          source: { dir: `~/shared ${oddName}` },
          target: { dir: 'workspace' },
        },
      ],
    },
  },
}

const design: Design = { name: oddName, spec }
const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOdQ7Vm0pl9rJcgg3gSLGYzgWrl6z0KTbVwbN1vmw000 vmwright'

let host: FakeHost
beforeEach(() => {
  host = new FakeHost()
})
afterEach(() => {
  host.remove()
})

const state = () => path.join(host.home, '.local/share/vmwright', oddName)
const disk = () => path.join(state(), 'disk.qcow2')

describe.each(shells)('in %s', (shell) => {
  it('makes the VM, and changes nothing when it is run again', () => {
    host.unpack(design)
    const first = host.run(shell, 'create.sh', '--make-shares')
    expect(first).toMatchObject({ status: 0, err: '' })
    expect(first.out).toContain(`The VM is started: ${oddName}`)
    expect(existsSync(path.join(host.home, `shared ${oddName}`))).toBe(true)
    expect(host.told('qemu-img')).toContain('create -q -f qcow2 -F qcow2 -b ')
    expect(host.told('qemu-img')).toContain(' 42949672960\n')
    expect(host.told('ssh')).toContain('-i ssh-key -p 2224 -l dev -- 127.0.0.1 true')

    const mode = (file: string) => statSync(file).mode & 0o777
    expect(mode(state())).toBe(0o700)
    for (const name of ['seed.iso', 'domain.xml', 'made', 'disk.qcow2'])
      expect([name, mode(path.join(state(), name))]).toEqual([name, 0o600])
    expect(mode(path.join(state(), 'qemu.sh'))).toBe(0o700)

    const before = [host.snapshot(host.home), host.snapshot(host.bundle)]
    const again = host.run(shell, 'create.sh')
    expect(again).toMatchObject({ status: 0, err: '' })
    expect(again.out).toContain('Nothing was changed.\n')
    expect([host.snapshot(host.home), host.snapshot(host.bundle)]).toEqual(before)
    expect(host.told('curl').split('\n').length - 1).toBe(1)
    for (const verb of ['define', 'start'])
      expect(
        host
          .told('virsh')
          .split('\n')
          .filter((line) => line === verb).length,
      ).toBe(1)
  })

  it('puts the home and the key in', () => {
    host.unpack(design)
    host.run(shell, 'create.sh', '--make-shares')
    const seed = readFileSync(path.join(state(), 'seed.iso'), 'latin1')
    expect(seed).toContain(`- ${publicKey}\n`)
    expect(seed).not.toContain('PutInByCreateSh')
    const xml = host.told('xml')
    const found = spawnSync('xmllint', ['--xpath', 'string(//disk[1]/source/@file)', '-'], {
      input: xml,
      encoding: 'utf8',
    })
    if (found.error === undefined) expect(found.stdout).toBe(`${disk()}\n`)
    const coded = /tmpfiles\.extra=([A-Za-z0-9+/=]+)/.exec(xml)?.[1] ?? ''
    const files = Buffer.from(coded, 'base64').toString()
    const inner = files.slice(files.lastIndexOf(' ') + 1)
    expect(Buffer.from(inner, 'base64').toString()).toBe(`${publicKey}\n`)
    expect(readFileSync(path.join(state(), 'qemu.sh'), 'utf8')).toContain(coded)
  })

  it('says all that is missing before it does anything', () => {
    host.unpack(design, { arch: 'x86_64', distro: 'arch' })
    for (const name of ['virsh', 'qemu-img', 'curl', 'passt', 'virtiofsd']) host.uninstall(name)
    // busybox brings a wget along.
    const { status, err } = host.run(shell, 'create.sh')
    expect(status).toBe(1)
    for (const [name, packageName] of [
      ['virsh', 'libvirt'],
      ['qemu-img', 'qemu-img'],
      ['passt', 'passt'],
    ])
      expect(err).toContain(`The program ${name} is missing. Install it: sudo pacman -S ${packageName}\n`)
    expect(err).toContain(`The directory of a share is missing: ${host.home}/shared ${oddName}. `)
    expect(host.snapshot(host.home)).toEqual({})
  })

  it('refuses an image with another checksum, and keeps nothing of it', () => {
    host.unpack(design)
    host.install('curl', `while [ "$1" != -o ]; do shift; done; echo other >"$2"`)
    const { status, err } = host.run(shell, 'create.sh', '--make-shares')
    expect(status).toBe(1)
    expect(err).toMatch(
      /^The sha256 of what came from https:\/\/example\.org\/.* is [0-9a-f]{64}, and the design wants /,
    )
    expect(err).toContain(sum)
    expect(existsSync(disk())).toBe(false)
    expect(Object.keys(host.snapshot(host.home)).filter((name) => !name.endsWith('/made'))).toEqual([])
  })

  it('refuses an image that stands on another file', () => {
    host.unpack(design)
    writeFileSync(path.join(host.memory, 'info'), '{ "format": "qcow2", "backing-filename": "/etc/passwd" }')
    expect(host.run(shell, 'create.sh', '--make-shares')).toMatchObject({
      status: 1,
      err: expect.stringContaining('names another file of the host'),
    })
    expect(existsSync(disk())).toBe(false)
  })

  it('overwrites neither a disk, nor a seed, nor a domain that is there', () => {
    host.unpack(design)
    mkdirSync(state(), { recursive: true })
    writeFileSync(disk(), 'mine')
    host.run(shell, 'create.sh', '--make-shares')
    expect(readFileSync(disk(), 'utf8')).toBe('mine')
    expect(host.told('curl')).toBe('')

    writeFileSync(path.join(state(), 'seed.iso'), 'mine')
    expect(host.run(shell, 'create.sh')).toMatchObject({
      status: 1,
      err: expect.stringContaining('not what this bundle holds'),
    })
    expect(readFileSync(path.join(state(), 'seed.iso'), 'utf8')).toBe('mine')
  })

  it('knows its domain again when only what the domain holds of the design is another', () => {
    host.unpack(design, undefined, { storesSpec: true })
    expect(host.run(shell, 'create.sh', '--make-shares').status).toBe(0)
    const timed = { ...design, spec: { ...spec, autostart: false, plan: ['a'] } }
    host.unpack(timed, undefined, { storesSpec: true })
    const again = host.run(shell, 'create.sh')
    expect(again).toMatchObject({ status: 0, out: expect.stringContaining('The domain is defined already') })
    const titled = { ...design, spec: { ...spec, libvirt: { ...spec.libvirt, title: 'a' } } }
    host.unpack(titled, undefined, { storesSpec: true })
    expect(host.run(shell, 'create.sh')).toMatchObject({
      status: 1,
      err: expect.stringContaining('was defined from another design'),
    })
  })

  it('leaves a domain alone that it has not made', () => {
    host.unpack(design)
    writeFileSync(path.join(host.memory, 'xml'), '<domain/>')
    writeFileSync(path.join(host.memory, 'state'), 'running\n')
    expect(host.run(shell, 'create.sh', '--make-shares')).toMatchObject({
      status: 1,
      err: expect.stringContaining('which this bundle has not made'),
    })
    expect(host.told('xml')).toBe('<domain/>')
    expect(host.run(shell, 'destroy.sh')).toMatchObject({ status: 1 })
    expect(host.told('xml')).toBe('<domain/>')
  })

  it('takes the VM away, and the disk only when that is said', () => {
    host.unpack(design)
    host.run(shell, 'create.sh', '--make-shares')
    const gone = host.run(shell, 'destroy.sh')
    expect(gone).toMatchObject({ status: 0, err: '' })
    expect(host.told('xml')).toBe('')
    expect(Object.keys(host.snapshot(state()))).toEqual(['disk.qcow2', 'made'])
    expect(existsSync(path.join(host.home, '.config/systemd/user'))).toBe(true)
    expect(Object.keys(host.snapshot(path.join(host.home, '.config')))).toEqual([])
    expect(host.run(shell, 'destroy.sh').out).toContain('Nothing was changed.\n')

    expect(host.run(shell, 'create.sh')).toMatchObject({ status: 0, err: '' })
    expect(host.run(shell, 'destroy.sh', '--delete-disk', '--now')).toMatchObject({ status: 0, err: '' })
    expect(existsSync(state())).toBe(false)
    expect(existsSync(path.join(host.bundle, 'ssh-key'))).toBe(false)
    const images = Object.keys(host.snapshot(path.join(host.home, '.local/share/vmwright/.images')))
    expect(images).toEqual([expect.stringMatching(/^[0-9a-f]{8}-a-20b\.qcow2$/)])
  })

  it('chooses a port for SSH once, and says it to both backends', () => {
    const { port: _, ...ssh } = spec.ssh ?? {}
    host.unpack({ ...design, spec: { ...spec, ssh: { ...ssh, port_auto: true } } })
    const { out } = host.run(shell, 'create.sh', '--make-shares')
    const port = /The port for SSH is chosen: (\d+)/.exec(out)?.[1] ?? ''
    expect(host.told('xml')).toContain(`<range start='${port}' to='22'/>`)
    expect(readFileSync(path.join(state(), 'qemu.sh'), 'utf8')).toContain(`${port}:22`)
    expect(out).toContain(`ssh -F ssh.config -p ${port} `)
    writeFileSync(path.join(state(), 'ssh-port'), '40022\n')
    host.run(shell, 'destroy.sh')
    mkdirSync(state(), { recursive: true })
    writeFileSync(path.join(state(), 'ssh-port'), '40022\n')
    host.run(shell, 'create.sh')
    expect(host.told('xml')).toContain(`<range start='40022' to='22'/>`)
    expect(readFileSync(path.join(state(), 'qemu.sh'), 'utf8')).toContain('40022:22')
  })

  it('makes the files alone when libvirt is not to be asked', () => {
    host.unpack(design)
    host.uninstall('virsh')
    const { status, out } = host.run(shell, 'create.sh', '--files', '--make-shares')
    expect(status).toBe(0)
    expect(out).toContain(`Start the VM: ${state()}/qemu.sh\n`)
    expect(existsSync(disk())).toBe(true)
    expect(host.told('xml')).toBe('')
  })

  it('copies the disk of a VM that is off', () => {
    const source: VmSpec['source'] = { kind: 'clone', from_vm: 'other', from_snapshot: 'before' }
    host.unpack({ ...design, spec: { ...spec, source } })
    writeFileSync(path.join(host.memory, 'the other disk.qcow2'), '')
    writeFileSync(path.join(host.memory, 'other-state'), 'running\n')
    expect(host.run(shell, 'create.sh', '--make-shares').err).toContain('is not shut off')
    writeFileSync(path.join(host.memory, 'other-state'), 'shut off\n')
    expect(host.run(shell, 'create.sh', '--make-shares')).toMatchObject({ status: 0, err: '' })
    expect(host.told('qemu-img')).toContain(
      `convert -q -f qcow2 -l snapshot.name=before -O qcow2 ${host.memory}/the other disk.qcow2 ${disk()}.`,
    )
  })

  it('lets a bootable container install itself, as root', () => {
    const source: VmSpec['source'] = { kind: 'bootc', box: 'quay.io/it', kernel_args: "a='b c'" }
    host.unpack({ ...design, spec: { ...spec, source } })
    expect(host.run(shell, 'create.sh', '--make-shares')).toMatchObject({ status: 0, err: '' })
    const [pull, run] = host.told('podman').split('\n')
    expect(pull).toBe('pull -q docker://quay.io/it')
    expect(run).toMatch(/:\/disk\.raw 1234abcd bootc install to-disk .* --karg a='b --karg c' \/disk\.raw$/)
    expect(host.told('qemu-img')).toMatch(/^convert -q -f raw -O qcow2 \/var\/tmp\/vmwright\.\w+ /)
  })

  it('asks for a disk that it has no recipe for', () => {
    const source: VmSpec['source'] = { kind: 'bootstrap', builder: 'debootstrap' }
    host.unpack({ ...design, spec: { ...spec, source } })
    expect(host.run(shell, 'create.sh', '--make-shares')).toMatchObject({
      status: 1,
      err: expect.stringContaining('makes no disk with debootstrap'),
    })
    writeFileSync(disk(), 'mine')
    expect(host.run(shell, 'create.sh')).toMatchObject({ status: 0, err: '' })
  })

  it('takes the key of the person who has one', () => {
    mkdirSync(path.join(host.home, '.ssh'))
    const own = publicKey.replace('000 vmwright', '123 me@host')
    writeFileSync(path.join(host.home, '.ssh/id_ed25519'), '')
    writeFileSync(path.join(host.home, '.ssh/id_ed25519.pub'), `${own}\n`)
    host.unpack({ ...design, spec: { ...spec, ssh: { port: 2224, user: 'dev' } } })
    expect(host.run(shell, 'create.sh', '--make-shares')).toMatchObject({ status: 0, err: '' })
    const seed = readFileSync(path.join(state(), 'seed.iso'), 'latin1')
    expect(seed).toContain(`- ${own.replace('me@host', 'vmwright')}\n`)
    expect(host.told('ssh')).toContain(`-i ${host.home}/.ssh/id_ed25519 -p 2224`)
    expect(existsSync(path.join(host.bundle, 'ssh-key'))).toBe(false)
  })

  it('takes a disk that is there, and never deletes it', () => {
    const mine = path.join(host.root, 'mine.qcow2')
    const source: VmSpec['source'] = { kind: 'imported', libvirt_name: 'old', disk_path: mine }
    host.unpack({ ...design, spec: { ...spec, source } })
    expect(host.run(shell, 'create.sh', '--make-shares').err).toContain(
      `The disk vda is missing: ${mine}. Put it there, or say where it is in source.disk_path.`,
    )
    writeFileSync(mine, 'mine')
    expect(host.run(shell, 'create.sh', '--make-shares')).toMatchObject({ status: 0, err: '' })
    expect(host.run(shell, 'destroy.sh', '--delete-disk')).toMatchObject({ status: 0, err: '' })
    expect(readFileSync(mine, 'utf8')).toBe('mine')
  })
})
