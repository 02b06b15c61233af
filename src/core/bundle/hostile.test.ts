/** Designs and images of somebody who wishes harm: what is not the VM's stays as it is. */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VmSpec } from '../spec/index.ts'
import { FakeHost, oddName, shells } from './fake-host.test-helper.ts'

let host: FakeHost
beforeEach(() => {
  host = new FakeHost()
  mkdirSync(path.join(host.home, 'Documents/deep'), { recursive: true })
  mkdirSync(path.join(host.home, '.ssh'))
  for (const name of own()) writeFileSync(path.join(host.home, name), 'mine')
})
afterEach(() => {
  host.remove()
})

const own = () => ['Documents/letter', 'Documents/deep/one', '.ssh/id', '.bashrc']
const expectOwn = () => {
  for (const name of own())
    expect([name, readFileSync(path.join(host.home, name), 'utf8')]).toEqual([name, 'mine'])
}
const state = () => path.join(host.home, '.local/share/vmwright', oddName)
const up = '../../../..'

/** A VM that needs nothing but a socket at each of these paths. */
function withSockets(...paths: readonly string[]): VmSpec {
  return {
    ram: '1G',
    ssh: { key_source: 'none' },
    libvirt: {
      type: 'qemu',
      devices: {
        channels: paths.map((file, index) => ({
          type: 'unix',
          name: `org.a.${index}`,
          source: { mode: 'bind', path: file },
        })),
      },
    },
  }
}

describe.each(shells)('in %s', (shell) => {
  const run = (script: string, ...words: readonly string[]) => host.run(shell, script, ...words)

  it('deletes nothing at a path that leads out of the directory of the VM', () => {
    host.unpack({
      name: oddName,
      spec: withSockets(
        `{{.VmStateDir}}/${up}/Documents/x.sock`,
        `{{.VmStateDir}}/${up}/.ssh/x.sock`,
        '/none-of-ours/../tmp/x.sock',
      ),
    })
    expect(run('create.sh')).toMatchObject({ status: 0, err: '' })
    expect(run('destroy.sh', '--delete-disk')).toMatchObject({ status: 0, err: '' })
    expectOwn()
    expect(existsSync(state())).toBe(false)
  })

  it('lets no socket take the place of a file that is there', () => {
    const file = `~/.local/share/vmwright/${oddName}/${up}/.bashrc`
    host.unpack({ name: oddName, spec: withSockets(file) })
    const { status, err } = run('create.sh')
    expect(status).toBe(1)
    expect(err).toContain('This is no socket, and QEMU would put one in its place: ')
    expect(run('destroy.sh')).toMatchObject({ status: 0 })
    expectOwn()
  })

  it('follows no link, and no line of the list that leads out', () => {
    host.unpack({ name: oddName, spec: withSockets('{{.VmStateDir}}/sockets/inner/x.sock') })
    expect(run('create.sh')).toMatchObject({ status: 0, err: '' })
    expect(readFileSync(path.join(state(), 'made'), 'utf8')).toContain(
      'directory sockets\ndirectory sockets/inner\n',
    )
    rmSync(path.join(state(), 'sockets'), { recursive: true })
    symlinkSync(path.join(host.home, 'Documents'), path.join(state(), 'sockets'))
    symlinkSync(path.join(host.home, '.bashrc'), path.join(state(), 'seed'))
    const lines = [
      'sockets/letter',
      'sockets/deep/one',
      `${up}/.bashrc`,
      '/etc/hostname',
      'seed',
      'a/../../x',
    ]
    const all = ['file', 'disk', 'socket', 'directory', 'swtpm', 'beside', 'unit'].flatMap((kind) =>
      lines.map((line) => `${kind} ${line}\n`),
    )
    writeFileSync(path.join(state(), 'made'), all.join(''), { flag: 'a' })
    expect(run('destroy.sh', '--delete-disk')).toMatchObject({ status: 0 })
    expectOwn()
    expect(existsSync(path.join(host.home, 'Documents/deep'))).toBe(true)
    expect(existsSync('/etc/hostname')).toBe(true)
  })

  it('makes nothing where the directory of the VM is a link', () => {
    mkdirSync(path.dirname(state()), { recursive: true })
    symlinkSync(path.join(host.home, 'Documents'), state())
    host.unpack({ name: oddName, spec: withSockets() })
    for (const script of ['create.sh', 'destroy.sh'])
      expect(run(script)).toMatchObject({ status: 1, err: expect.stringContaining('a link is not followed') })
    expect(readdirSync(path.join(host.home, 'Documents')).sort()).toEqual(['deep', 'letter'])
  })

  it.each(['..', '.', '../../Documents', '/', '.images'])(
    'keeps the VM called %j in a directory of its own',
    (name) => {
      host.unpack({ name, spec: { ...withSockets(), backend: 'qemu' } })
      run('create.sh')
      run('destroy.sh', '--delete-disk')
      expectOwn()
      expect(readdirSync(path.join(host.home, 'Documents')).sort()).toEqual(['deep', 'letter'])
      expect(readdirSync(path.join(host.home, '.local/share/vmwright'))).toEqual([])
    },
  )

  it('has libvirt delete no variable store and no TPM at a path of the author’s', () => {
    const spec: VmSpec = {
      ...withSockets(),
      libvirt: {
        type: 'qemu',
        os: {
          loader: { type: 'pflash', readonly: true, value: path.join(host.home, '.ssh/id') },
          nvram: { value: path.join(host.home, '.bashrc') },
        },
        devices: {
          tpm: [
            {
              model: 'tpm-crb',
              backend: { type: 'emulator', source: { type: 'dir', path: `${host.home}/Documents` } },
            },
          ],
        },
      },
    }
    host.unpack({ name: oddName, spec })
    expect(run('create.sh')).toMatchObject({ status: 0, err: '' })
    expect(run('destroy.sh')).toMatchObject({ status: 0, err: '' })
    expect(host.told('undefine')).toBe(
      `--managed-save --snapshots-metadata --keep-nvram --keep-tpm -- ${oddName}\n`,
    )
    expectOwn()
  })

  it('makes a new disk once, and gives up only one that is in the directory of the VM', () => {
    const elsewhere = path.join(host.root, 'data.img')
    const spec: VmSpec = {
      ...withSockets(),
      libvirt: {
        type: 'qemu',
        devices: {
          disks: [
            { create: '1G', target: { dev: 'vda', bus: 'virtio' } },
            { create: '2G', target: { dev: 'vdb', bus: 'virtio' } },
            {
              create: '3G',
              driver: { type: 'raw' },
              source: { file: elsewhere },
              target: { dev: 'vdc', bus: 'virtio' },
            },
          ],
        },
      },
    }
    host.unpack({ name: oddName, spec })
    expect(run('create.sh')).toMatchObject({ status: 0, err: '' })
    expect(host.told('qemu-img').replace(/\.\w{6} /g, ' ')).toBe(
      [
        `create -q -f qcow2 ${state()}/disk.qcow2 ${1024 ** 3}\n`,
        `create -q -f qcow2 ${state()}/vdb.qcow2 ${2 * 1024 ** 3}\n`,
        `create -q -f raw ${elsewhere} ${3 * 1024 ** 3}\n`,
      ].join(''),
    )
    for (const file of [`${state()}/disk.qcow2`, elsewhere]) writeFileSync(file, 'in use')
    expect(run('create.sh').out).toContain('Nothing was changed.')
    const gone = run('destroy.sh', '--delete-disk')
    expect(gone).toMatchObject({ status: 0, err: '' })
    expect(gone.out).toContain(`The disk stays, since it is not in the VM's directory: ${elsewhere}`)
    expect(readFileSync(elsewhere, 'utf8')).toBe('in use')
    expect(existsSync(state())).toBe(false)
  })

  it('asks for each disk of its own that goes, and keeps what it was not given', () => {
    host.unpack({ name: oddName, spec: { ...withSockets(), disk_size: '1G' } })
    run('create.sh')
    expect(run('destroy.sh').out).toContain('The disk stays: ')
    expect(readFileSync(path.join(state(), 'made'), 'utf8')).toBe('directory .\ndisk disk.qcow2\n')
    expect(run('destroy.sh', '--delete-disk').out).toContain('Deleted: ')
    expect(existsSync(state())).toBe(false)
  })

  it('leaves a text as the author wrote it', () => {
    const url = 'https://h/x\ny'
    host.unpack({ name: oddName, spec: { ...withSockets(), source: { kind: 'cloud_image', url } } })
    expect(run('create.sh')).toMatchObject({ status: 0, err: '' })
    expect(host.told('curl')).toContain(`--url ${url}\n`)
  })

  it('is run twice at once: one fetches, the other waits', async () => {
    const url = 'https://example.org/it.qcow2'
    host.unpack({ name: oddName, spec: { ...withSockets(), source: { kind: 'cloud_image', url } } })
    host.install(
      'curl',
      `echo once >>"$FAKE/fetched"; while [ "$1" != -o ]; do shift; done; head=$(cat "$FAKE/image" | base64)
printf x >"$2"; sleep 0.5; cat "$FAKE/image" >"$2"`,
    )
    const both = await Promise.all([host.start(shell, 'create.sh'), host.start(shell, 'create.sh')])
    expect(both.map(({ status, err }) => ({ status, err }))).toEqual([
      { status: 0, err: '' },
      { status: 0, err: '' },
    ])
    expect(host.told('fetched')).toBe('once\n')
    expect(both.map(({ out }) => out).join('')).toContain('is at work on this VM. Waiting for it.')
    const images = path.join(host.home, '.local/share/vmwright/.images')
    expect(readdirSync(images).length).toBe(1)
    expect(statSync(path.join(images, readdirSync(images)[0] ?? '')).size).toBe(104)
  })

  it('says all at once what the host lacks, before anything is made', () => {
    const spec: VmSpec = {
      ...withSockets(),
      disk_size: '1G',
      network: { mode: 'nat' },
      libvirt: {
        type: 'qemu',
        devices: {
          disks: [
            { device: 'cdrom', source: { file: '/none/a.iso' }, target: { dev: 'sdb', bus: 'sata' } },
            { device: 'cdrom', source: { file: '/none/b.iso' }, target: { dev: 'sdc', bus: 'sata' } },
          ],
          hostdevs: [
            { type: 'pci', source: { domain: '0xffff', bus: '0xff', slot: '0x1f', function: '0x7' } },
          ],
        },
      },
    }
    host.unpack({ name: oddName, spec }, { connection: 'system' })
    const { status, err } = run('create.sh')
    expect(status).toBe(1)
    for (const text of [
      'The CD sdb is missing: /none/a.iso.',
      'The CD sdc is missing: /none/b.iso.',
      "libvirt's network default is not there, or not started",
      'The host has no device at ffff:ff:1f.7.',
    ])
      expect(err).toContain(text)
    expect(host.told('qemu-img')).toBe('')

    // What only libvirt can tell is named, too.
    host.install('virsh', 'exit 1')
    const { err: withoutLibvirt } = run('create.sh')
    for (const text of [
      'The CD sdb is missing: /none/a.iso.',
      'libvirt does not answer at qemu:///system.',
      "libvirt's network default is needed, and only libvirt can tell whether it is there",
      'The host has no device at ffff:ff:1f.7.',
    ])
      expect(withoutLibvirt).toContain(text)
  })

  it('says what the disk, the seed and the firmware are made of, before anything is made', () => {
    const spec: VmSpec = {
      source: { kind: 'cloud_image', url: '/none/image.qcow2', checksum_url: '/none/sums' },
      ssh: { port: 2224, key_source: '/none/key.pub' },
      libvirt: {
        os: {
          loader: { value: '/none/code.fd', type: 'pflash', readonly: true },
          nvram: { template: '/none/vars.fd' },
        },
        launch_security: { type: 'sev-snp' },
      },
    }
    host.unpack({ name: oddName, spec })
    const before = host.snapshot(host.home)
    const { status, err } = run('create.sh')
    expect(status).toBe(1)
    for (const text of [
      'The image is missing: /none/image.qcow2.',
      'The file of sums is missing: /none/sums.',
      'The public key is missing: /none/key.pub.',
      'The firmware is missing: /none/code.fd.',
      'The template of the variable store is missing: /none/vars.fd.',
      'The host does not encrypt guests with AMD SEV-SNP',
    ])
      expect(err).toContain(text)
    expect(host.snapshot(host.home)).toEqual(before)
  })
})

describe('an image', () => {
  const hasQemuImg = existsSync('/usr/bin/qemu-img')
  const secret = () => path.join(host.root, 'secret')

  /** What create.sh says to an image that qemu-img made in the odd directory of the bundle. */
  function tried(file: string, ...commands: readonly (readonly string[])[]) {
    host.installReal('qemu-img')
    writeFileSync(secret(), Buffer.alloc(0x100000, 'HOST SECRET '))
    host.unpack({ name: oddName, spec: { ...withSockets(), source: { kind: 'cloud_image', url: file } } })
    for (const command of commands) {
      const { status, stderr } = spawnSync('qemu-img', command, { cwd: host.bundle, encoding: 'utf8' })
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    }
    const { status, err } = host.run('dash', 'create.sh')
    return { status, err, disk: existsSync(path.join(state(), 'disk.qcow2')) }
  }

  const create = (...words: readonly string[]) => ['create', '-q', ...words]
  const key = ['--object', 'secret,id=k,data=secret1']

  it.each<[string, string, () => readonly string[], string]>([
    [
      'a backing file',
      'i',
      () => create('-f', 'qcow2', '-b', secret(), '-F', 'raw', 'i'),
      'names another file',
    ],
    [
      'a data file',
      'i',
      () => create('-f', 'qcow2', '-o', `data_file=${host.bundle}/data,data_file_raw=on`, 'i', '1M'),
      'names another file',
    ],
    [
      'an extent of its own',
      'i',
      () => create('-f', 'vmdk', '-o', 'subformat=monolithicFlat', 'i', '1M'),
      'vmdk',
    ],
    ['the format vmdk', 'i', () => create('-f', 'vmdk', 'i', '1M'), 'vmdk'],
    ['the format vdi', 'i', () => create('-f', 'vdi', 'i', '1M'), 'vdi'],
    ['the format vhdx', 'i', () => create('-f', 'vhdx', 'i', '1M'), 'vhdx'],
    ['the format vpc', 'i', () => create('-f', 'vpc', 'i', '1M'), 'vpc'],
    ['the format qed', 'i', () => create('-f', 'qed', 'i', '1M'), 'no image in the format qcow2 or raw'],
    [
      'a key',
      'i',
      () => create(...key, '-f', 'qcow2', '-o', 'encrypt.format=luks,encrypt.key-secret=k', 'i', '1M'),
      'encrypted',
    ],
    [
      'LUKS',
      'i',
      () => create(...key, '-f', 'luks', '-o', 'key-secret=k', 'i', '1M'),
      'no image in the format',
    ],
  ])(
    'with %s is refused',
    (_, file, command, words) => {
      if (!hasQemuImg) return
      expect(tried(file, command())).toEqual({ status: 1, err: expect.stringContaining(words), disk: false })
    },
    60_000,
  )

  it.each<[string, string, readonly string[]]>([
    ['qcow2', 'i', ['-f', 'qcow2', 'i', '1M']],
    ['qcow2 of version 2', 'i', ['-f', 'qcow2', '-o', 'compat=0.10', 'i', '1M']],
    ['raw', 'i', ['-f', 'raw', 'i', '1M']],
    ['qcow2 with a name like a key', '"data-file": "x', ['-f', 'qcow2', './"data-file": "x', '1M']],
  ])(
    'in the format %s is taken',
    (_, file, words) => {
      if (!hasQemuImg) return
      expect(tried(file, create(...words))).toEqual({ status: 0, err: '', disk: true })
    },
    60_000,
  )

  it('that would be found in a raw one by looking into it is not looked for', () => {
    if (!hasQemuImg) return
    // A guest has written the head of an image with a backing file into its raw disk.
    host.installReal('qemu-img')
    expect(tried('i', create('-f', 'raw', 'i', '1M'))).toMatchObject({ status: 0 })
    const info = spawnSync('qemu-img', ['info', '--output=json', path.join(state(), 'disk.qcow2')], {
      encoding: 'utf8',
    })
    expect(JSON.parse(info.stdout)).toMatchObject({ 'backing-filename-format': 'raw' })
  }, 60_000)
})
