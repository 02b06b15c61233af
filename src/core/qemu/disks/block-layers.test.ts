import { describe, expect, it } from 'vitest'
import type { Disk, Domain } from '../../domain/index.ts'
import { renderArgv } from '../index.ts'
import { found, resolvedOf, written } from '../written-lines.test-helper.ts'

const file = { file: '/vms/a.img' }
const target = { dev: 'vda', bus: 'virtio' } as const

/** The block nodes of one disk, and the objects that they name. */
function nodes(disk: Disk, domain: Domain = {}): string[] {
  return written({ ...domain, devices: { disks: [{ target, ...disk }] } }).filter((line) =>
    /^-(?:blockdev|object (?:secret|throttle|tls|pr-))/.test(line),
  )
}

const network = (source: Disk['source']) => nodes({ type: 'network', source })

describe('layers of a disk', () => {
  it('are told from the image up to the end of the chain', () => {
    const backing_store = {
      type: 'block',
      format: { type: 'qcow2' },
      source: { dev: '/dev/vg/base' },
      backing_store: {},
    } as const
    expect(nodes({ driver: { type: 'qcow2', cache: 'unsafe' }, source: file, backing_store })).toEqual([
      '-blockdev driver=host_device,filename=/dev/vg/base,node-name=libvirt-2-storage,auto-read-only=on,discard=unmap,cache.direct=off,cache.no-flush=on',
      '-blockdev {"driver":"qcow2","node-name":"libvirt-2-format","read-only":true,"cache":{"direct":false,"no-flush":true},"file":"libvirt-2-storage","backing":null}',
      '-blockdev driver=file,filename=/vms/a.img,node-name=libvirt-1-storage,auto-read-only=on,discard=unmap,cache.direct=off,cache.no-flush=on',
      '-blockdev driver=qcow2,node-name=libvirt-1-format,read-only=off,cache.direct=off,cache.no-flush=on,file=libvirt-1-storage,backing=libvirt-2-format',
    ])
  })

  it('have slices, data files and caches for their tables', () => {
    const slices = [{ type: 'storage', offset: 512, size: 1024 }] as const
    expect(nodes({ source: { ...file, slices } }).at(-1)).toBe(
      '-blockdev driver=raw,offset=512,size=1024,node-name=libvirt-1-format,read-only=off,file=libvirt-1-storage',
    )
    expect(nodes({ driver: { type: 'qcow2' }, source: { ...file, slices } }).at(-1)).toBe(
      '-blockdev driver=qcow2,node-name=libvirt-1-format,read-only=off,file=libvirt-1-slice-sto',
    )
    const data_store = { type: 'file', format: { type: 'raw' }, source: { file: '/vms/data' } } as const
    expect(
      nodes({ driver: { type: 'qcow2', metadata_cache: '1 MiB' }, source: { ...file, data_store } }),
    ).toEqual([
      '-blockdev driver=file,filename=/vms/data,node-name=libvirt-2-storage,read-only=off',
      '-blockdev driver=file,filename=/vms/a.img,node-name=libvirt-1-storage,auto-read-only=on,discard=unmap',
      '-blockdev driver=qcow2,cache-size=1048576,node-name=libvirt-1-format,read-only=off,data-file=libvirt-2-storage,file=libvirt-1-storage',
    ])
  })

  it('are opened with a passphrase from a file', () => {
    const encryption = { format: 'luks', secrets: [{ type: 'passphrase', usage: 'vm' }] } as const
    const disk = { target, source: { ...file, encryption } }
    expect(nodes(disk)).toEqual([
      '-object secret,id=libvirt-1-format-encryption-secret0,file=/var/vms/vm/vda.key',
      '-blockdev driver=file,filename=/vms/a.img,node-name=libvirt-1-storage,auto-read-only=on,discard=unmap',
      '-blockdev driver=luks,key-secret=libvirt-1-format-encryption-secret0,node-name=libvirt-1-format,read-only=off,file=libvirt-1-storage',
    ])
    expect(nodes({ ...disk, driver: { type: 'qcow2' } }).at(-1)).toContain(
      'driver=qcow2,encrypt.format=luks,encrypt.key-secret=libvirt-1-format-encryption-secret0',
    )
    expect(found({ devices: { disks: [disk] } })).toContain('qemu.secret devices.disks.0.source.encryption')
    const { secrets } = renderArgv(resolvedOf({ devices: { disks: [disk] } }))
    expect(secrets).toMatchObject([{ name: 'passphrase of vda', file: '/var/vms/vm/vda.key' }])
    const old = { target, source: { ...file, encryption: { format: 'qcow' } } } as const
    expect(found({ devices: { disks: [old] } })).toContain(
      'qemu.unsupported devices.disks.0.source.encryption',
    )
  })

  it('have filters above them: copies of what is read, and limits', () => {
    const limits = { total_bytes_sec: 1000, group_name: 'slow' }
    expect(
      nodes(
        {
          driver: { copy_on_read: true },
          source: file,
          throttlefilters: [{ group: 'nightly' }],
          iotune: limits,
        },
        { throttlegroups: [{ group_name: 'nightly', read_iops_sec: 9 }] },
      ),
    ).toEqual([
      '-object throttle-group,id=throttle-nightly,x-iops-read=9',
      '-blockdev driver=file,filename=/vms/a.img,node-name=libvirt-1-storage,read-only=off',
      '-blockdev driver=copy-on-read,node-name=libvirt-CoR-vda,file=libvirt-1-storage,discard=unmap',
      '-blockdev driver=throttle,node-name=libvirt-2-filter,throttle-group=throttle-nightly,file=libvirt-CoR-vda',
      '-object throttle-group,id=limits-slow,x-bps-total=1000',
      '-blockdev driver=throttle,node-name=libvirt-iotune-vda,throttle-group=limits-slow,file=libvirt-2-filter',
    ])
    const both = [
      { source: file, target, iotune: limits },
      { source: file, target: { dev: 'vdb', bus: 'virtio' }, iotune: limits },
    ] as const
    const groups = written({ devices: { disks: both } }).filter((line) => line.startsWith('-object throttle'))
    expect(groups).toEqual(['-object throttle-group,id=limits-slow,x-bps-total=1000'])
  })
})

describe('sources of a disk', () => {
  const hosts = [{ name: 'nas', port: 6000 }]

  it('are NBD exports, with TLS and by socket', () => {
    expect(network({ protocol: 'nbd', name: 'x', hosts, tls: true, reconnect: { delay: 10 } })).toEqual([
      '-object tls-creds-x509,id=objlibvirt-1-storage_tls0,dir=/etc/pki/libvirt-nbd,endpoint=client,verify-peer=on',
      '-blockdev driver=nbd,server.type=inet,server.host=nas,server.port=6000,export=x,tls-creds=objlibvirt-1-storage_tls0,reconnect-delay=10,node-name=libvirt-1-storage,read-only=off',
    ])
    expect(network({ protocol: 'nbd', hosts: [{ transport: 'unix', socket: '/run/nbd' }] })).toEqual([
      '-blockdev driver=nbd,server.type=unix,server.path=/run/nbd,node-name=libvirt-1-storage,read-only=off',
    ])
  })

  it('are images of Ceph with a login, and targets of iSCSI with one', () => {
    const auth = { username: 'me', secret_type: 'ceph', secret_usage: 'u' } as const
    expect(network({ protocol: 'rbd', name: 'pool/image', hosts, auth, snapshot: 's' })).toEqual([
      '-object secret,id=libvirt-1-storage-auth-secret0,file=/var/vms/vm/vda.auth',
      '-blockdev driver=rbd,pool=pool,image=image,snapshot=s,server.0.host=nas,server.0.port=6000,user=me,auth-client-required.0=cephx,auth-client-required.1=none,key-secret=libvirt-1-storage-auth-secret0,node-name=libvirt-1-storage,read-only=off',
    ])
    expect(
      network({ protocol: 'iscsi', name: 'iqn.a/2', hosts: [{ name: '::1' }], auth, initiator: 'iqn.b' })[1],
    ).toBe(
      '-blockdev driver=iscsi,portal=[::1]:3260,target=iqn.a,lun=2,transport=tcp,initiator-name=iqn.b,user=me,password-secret=libvirt-1-storage-auth-secret0,node-name=libvirt-1-storage,read-only=off',
    )
  })

  it('are pages of a server, with cookies in a file', () => {
    const source = {
      protocol: 'https',
      name: '/a.iso',
      hosts: [{ name: 'h' }],
      query: 'q=1',
      cookies: { a: 'b', c: 'd' },
      ssl: false,
      readahead: 1024,
      timeout: 9,
    } as const
    expect(network(source)[1]).toBe(
      '-blockdev driver=https,url=https://h:443/a.iso?q=1,sslverify=off,cookie-secret=libvirt-1-storage-httpcookie-secret0,readahead=1024,timeout=9,node-name=libvirt-1-storage,read-only=off',
    )
    const disks = [{ type: 'network', source, target }] as const
    expect(renderArgv(resolvedOf({ devices: { disks } })).secrets).toMatchObject([{ text: 'a=b; c=d' }])
  })

  it('are files of SSH, NFS and Gluster', () => {
    expect(network({ protocol: 'ssh', name: 'a.img', hosts, identity: { username: 'me' } })[0]).toContain(
      'driver=ssh,path=a.img,server.host=nas,server.port=6000,user=me',
    )
    expect(
      network({ protocol: 'nfs', name: '/a', hosts, identity: { user: '+7', group: '8' } })[0],
    ).toContain('driver=nfs,server.host=nas,server.type=inet,path=/a,user=7,group=8')
    expect(network({ protocol: 'gluster', name: 'vol/a.img', hosts })[0]).toContain(
      'driver=gluster,volume=vol,path=a.img,server.0.type=inet,server.0.host=nas,server.0.port=6000',
    )
    const gone = { type: 'network', source: { protocol: 'sheepdog', name: 'a' }, target } as const
    expect(found({ devices: { disks: [gone] } })).toContain(
      'qemu.unsupported devices.disks.0.source.protocol',
    )
  })

  it('are devices of the host: NVMe, vDPA, and SCSI with reservations', () => {
    const address = { domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0' }
    expect(nodes({ type: 'nvme', source: { type: 'pci', namespace: 2, address } })).toEqual([
      '-blockdev driver=nvme,device=0000:01:00.0,namespace=2,node-name=libvirt-1-storage,read-only=off',
    ])
    expect(nodes({ type: 'vhostvdpa', source: { dev: '/dev/vhost-vdpa-0' } })).toEqual([
      '-blockdev driver=virtio-blk-vhost-vdpa,path=/dev/vhost-vdpa-0,cache.direct=on,node-name=libvirt-1-storage,read-only=off',
    ])
    expect(nodes({ type: 'block', source: { dev: '/dev/sdx', reservations: { managed: true } } })).toEqual([
      '-object pr-manager-helper,id=pr-helper0,path=/var/vms/vm/pr-helper0.sock',
      '-blockdev driver=host_device,filename=/dev/sdx,pr-manager=pr-helper0,node-name=libvirt-1-storage,read-only=off',
    ])
  })
})
