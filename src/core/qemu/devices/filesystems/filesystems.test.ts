import { describe, expect, it } from 'vitest'
import { renderArgv } from '../../index.ts'
import { found, resolvedOf } from '../../written-lines.test-helper.ts'
import { keptOf, lines, linesAgain, readLines } from '../read-lines.test-helper.ts'
import { virtiofsdSettings } from './read-virtiofsd.ts'

const share = { driver: { type: 'virtiofs' }, source: { dir: '/srv/a' }, target: { dir: 'data' } } as const

describe('virtiofs', () => {
  const helpers = (one: object, distro?: string) =>
    renderArgv(resolvedOf({ devices: { filesystems: [{ ...share, ...one }] } }, distro ? { distro } : {}))
      .helpers

  it('has a virtiofsd beside QEMU', () => {
    expect(lines({ filesystems: [share] })).toEqual([
      '-chardev socket,id=chr-vu-fs0,path=/var/vms/vm/fs0.sock',
      '-device vhost-user-fs-pci,id=fs0,chardev=chr-vu-fs0,queue-size=1024,tag=data',
    ])
    const binary = { xattr: 'on', cache: 'none', sandbox: 'namespace', thread_pool: '8', openfiles: 100 }
    const idmap = { uid: [{ start: 0, target: 1000, count: 1 }], gid: [{ start: 0, target: 100, count: 1 }] }
    expect(helpers({ binary, idmap, readonly: true }, 'arch')).toEqual([
      {
        name: 'virtiofsd',
        argv: [
          ...['/usr/lib/virtiofsd', '--socket-path', '/var/vms/vm/fs0.sock', '--shared-dir', '/srv/a'],
          ...['--cache', 'never', '--sandbox', 'namespace', '--xattr', '--thread-pool-size', '8'],
          ...['--rlimit-nofile', '100', '--readonly', '--uid-map', ':0:1000:1:', '--gid-map', ':0:100:1:'],
        ],
        socket: '/var/vms/vm/fs0.sock',
        path: ['devices', 'filesystems', 0],
      },
    ])
    expect(helpers({})[0]?.argv[0]).toBe('/usr/libexec/virtiofsd')
  })

  it('boots the guest', () => {
    expect(lines({ filesystems: [{ ...share, boot: { order: 1 } }] })[1]).toBe(
      '-device vhost-user-fs-pci,id=fs0,chardev=chr-vu-fs0,queue-size=1024,tag=data,bootindex=1',
    )
  })

  it('maps no ids outside of a user namespace', () => {
    const idmap = { uid: [{ start: 0, target: 1000, count: 1 }] }
    const one = { ...share, binary: { sandbox: 'chroot' }, idmap } as const
    expect(found({ devices: { filesystems: [one] } })).toContain(
      'qemu.unsupported devices.filesystems.0.idmap',
    )
  })

  it('uses a virtiofsd that runs already', () => {
    const filesystems = [
      { driver: { type: 'virtiofs', queue: 512 }, source: { socket: '/run/fs.sock' }, target: { dir: 't' } },
    ] as const
    const expected = [
      '-chardev socket,id=chr-vu-fs0,path=/run/fs.sock',
      '-device vhost-user-fs-pci,id=fs0,chardev=chr-vu-fs0,queue-size=512,tag=t',
    ]
    expect(lines({ filesystems })).toEqual(expected)
    expect(linesAgain({ filesystems })).toEqual(expected)
    expect(renderArgv(resolvedOf({ devices: { filesystems } })).helpers).toEqual([])
  })

  it('reads how virtiofsd is run, by its words of today and of old', () => {
    expect(
      virtiofsdSettings([
        '/usr/libexec/virtiofsd',
        '--cache=always',
        '--sandbox',
        'chroot',
        '--xattr',
        '--readonly',
      ]),
    ).toEqual({
      binary: { path: '/usr/libexec/virtiofsd', cache: 'always', sandbox: 'chroot', xattr: 'on' },
      readonly: true,
    })
    expect(virtiofsdSettings(['virtiofsd', '--uid-map', ':0:1000:1:', '--gid-map=:0:100:1:']).idmap).toEqual({
      uid: [{ start: 0, target: 1000, count: 1 }],
      gid: [{ start: 0, target: 100, count: 1 }],
    })
    expect(virtiofsdSettings(['virtiofsd', '-o', 'source=/srv,cache=none,xattr'])).toMatchObject({
      binary: { cache: 'none' },
    })
  })
})

describe('9p', () => {
  it('needs no helper', () => {
    const filesystems = [
      { accessmode: 'mapped', source: { dir: '/srv/a' }, target: { dir: 't' }, readonly: true },
      {
        accessmode: 'squash',
        model: 'virtio-transitional',
        multidevs: 'remap',
        fmode: '0644',
        dmode: '0755',
        driver: { type: 'path', wrpolicy: 'immediate' },
        source: { dir: '/srv/b' },
        target: { dir: 'u' },
      },
    ] as const
    const expected = [
      '-fsdev local,security_model=mapped,id=fsdev-fs0,path=/srv/a,readonly=on',
      '-device virtio-9p-pci,id=fs0,fsdev=fsdev-fs0,mount_tag=t',
      '-fsdev local,security_model=none,multidevs=remap,fmode=0644,dmode=0755,writeout=immediate,id=fsdev-fs1,path=/srv/b',
      '-device virtio-9p-pci-transitional,id=fs1,fsdev=fsdev-fs1,mount_tag=u',
    ]
    expect(lines({ filesystems })).toEqual(expected)
    expect(linesAgain({ filesystems })).toEqual(expected)
  })

  it('is read from -virtfs too', () => {
    const option = '-virtfs local,path=/srv/a,mount_tag=host0,security_model=mapped-xattr,id=host0'
    expect(readLines([option]).filesystems).toEqual([
      { type: 'mount', accessmode: 'mapped', source: { dir: '/srv/a' }, target: { dir: 'host0' } },
    ])
  })

  it('stays as it is where libvirt has no word', () => {
    const option = 'local,path=/srv/a,mount_tag=t,security_model=mapped-file'
    expect(keptOf([`-virtfs ${option}`])).toContain(option)
  })

  it('by handle is by path nowadays', () => {
    const filesystems = [{ driver: { type: 'handle' }, source: { dir: '/a' }, target: { dir: 't' } }] as const
    expect(lines({ filesystems })[0]).toBe('-fsdev local,security_model=passthrough,id=fsdev-fs0,path=/a')
    expect(found({ devices: { filesystems } })).toContain('qemu.differs devices.filesystems.0.driver.type')
  })
})

describe('file systems that are no directories', () => {
  it('are left out', () => {
    const filesystems = [{ type: 'ram', source: { usage: 64 }, target: { dir: '/mnt' } }] as const
    expect(lines({ filesystems })).toEqual([])
    expect(found({ devices: { filesystems } })).toContain('qemu.unsupported devices.filesystems.0.type')
  })
})
