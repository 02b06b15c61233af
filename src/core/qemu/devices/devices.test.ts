import { describe, expect, it } from 'vitest'
import { renderArgv } from '../index.ts'
import { devicesWritten, found, resolvedOf, written } from '../test-support.ts'

const spiceSocket = { type: 'spice', listen: [{ type: 'socket' }] } as const

describe('displays', () => {
  it('are SPICE at a port, an address or a socket', () => {
    const spice = { type: 'spice', port: 5901, listen: [{ type: 'address', address: '::1' }] } as const
    const look = { image: 'off', streaming: 'filter', mouse: 'client', clipboard: false } as const
    expect(
      devicesWritten({
        graphics: [{ ...spice, ...look, gl: { enable: 'yes', rendernode: '/dev/dri/renderD128' } }],
      })[0],
    ).toBe(
      '-spice port=5901,addr=::1,disable-ticketing=on,image-compression=off,streaming-video=filter,agent-mouse=on,disable-copy-paste=on,gl=on,rendernode=/dev/dri/renderD128',
    )
    expect(devicesWritten({ graphics: [spiceSocket] })[0]).toBe(
      '-spice unix=on,addr=/var/vms/vm/spice.sock,disable-ticketing=on',
    )
  })

  it('are VNC, counted from 5900', () => {
    const vnc = { type: 'vnc', port: 5903, websocket: 5703, share_policy: 'ignore' } as const
    expect(devicesWritten({ graphics: [vnc] })[0]).toBe('-vnc 127.0.0.1:3,websocket=5703,share=ignore')
    expect(found({ devices: { graphics: [{ ...vnc, port: 80 }], video: [{ model: 'vga' }] } })).toEqual([
      'qemu.text devices.graphics.0.port',
    ])
  })

  it('never have their password on the command line', () => {
    const devices = {
      graphics: [{ type: 'vnc', port: 5900, passwd: 'geheim' }],
      video: [{ model: 'vga' }],
    } as const
    const lines = devicesWritten(devices)
    expect(lines).toContain('-object secret,id=graphics0-password,file=/var/vms/vm/graphics0-password')
    expect(lines).toContain('-vnc 127.0.0.1:0,password-secret=graphics0-password')
    expect(lines.join()).not.toContain('geheim')
    expect(found({ devices })).toEqual(['qemu.secret devices.graphics.0.passwd'])
  })

  it('are one window at most', () => {
    const graphics = [{ type: 'egl-headless' }, { type: 'sdl', gl: { enable: 'yes' } }] as const
    expect(devicesWritten({ graphics })).toEqual(['-display egl-headless', '-device VGA,id=video0'])
    expect(found({ devices: { graphics, video: [{ model: 'none' }] } })).toEqual([
      'qemu.unsupported devices.graphics.1',
    ])
    expect(written({})).toContain('-display none')
  })
})

describe('video cards', () => {
  const card = (model: object, domain = {}) =>
    devicesWritten({ graphics: [spiceSocket], video: [model] }, domain).at(-1)

  it('convert libvirt’s KiB', () => {
    expect(card({ model: 'qxl', ram: 65536, vram: 131072, vram64: 262144, vgamem: 16384, heads: 2 })).toBe(
      '-device qxl-vga,id=video0,max_outputs=2,ram_size=67108864,vram_size=134217728,vram64_size_mb=256,vgamem_mb=16',
    )
    expect(card({ model: 'vga', vram: 16384 })).toBe('-device VGA,id=video0,vgamem_mb=16')
    expect(card({ model: 'bochs', vram: 16384 })).toBe('-device bochs-display,id=video0,vgamem=16777216')
  })

  it('are virtio with or without 3D, with VGA on x86', () => {
    expect(card({ model: 'virtio', accel3d: true, resolution: { x: 1920, y: 1080 } })).toBe(
      '-device virtio-vga-gl,id=video0,xres=1920,yres=1080',
    )
    expect(card({ model: 'virtio' }, { os: { arch: 'aarch64', machine: 'virt' } })).toBe(
      '-device virtio-gpu-pci,id=video0',
    )
  })

  it('come with the primary one first', () => {
    const video = [{ model: 'virtio' }, { model: 'qxl', primary: true }] as const
    expect(devicesWritten({ graphics: [spiceSocket], video }).slice(1)).toEqual([
      '-device qxl-vga,id=video1',
      '-device virtio-gpu-pci,id=video0',
    ])
  })

  it('say which knobs they don’t have', () => {
    const video = [{ model: 'virtio', vram: 65536, ram: 1 }] as const
    expect(found({ devices: { graphics: [spiceSocket], video } })).toEqual([
      'qemu.differs devices.video.0.vram',
      'qemu.differs devices.video.0.ram',
    ])
  })
})

describe('sound', () => {
  it('is a card and a backend', () => {
    const devices = {
      sound: [{ model: 'ich9', audio: 2 }],
      audio: [{ id: 2, type: 'pulseaudio', server_name: '/run/pulse' }],
    } as const
    expect(devicesWritten(devices)).toEqual([
      '-audiodev pa,id=audio2,server=/run/pulse',
      '-device ich9-intel-hda,id=sound0',
      '-device hda-duplex,id=sound0-codec0,bus=sound0.0,cad=0,audiodev=audio2',
    ])
  })

  it('goes with SPICE when nobody says where', () => {
    const lines = devicesWritten({ sound: [{ model: 'ac97' }], graphics: [spiceSocket] })
    expect(lines).toContain('-audiodev spice,id=audio1')
    expect(lines).toContain('-device AC97,id=sound0,audiodev=audio1')
  })
})

describe('inputs', () => {
  it('hang on USB or virtio; PS/2 is built in', () => {
    const inputs = [
      { type: 'tablet' },
      { type: 'keyboard', bus: 'virtio' },
      { type: 'mouse', bus: 'ps2' },
      {
        type: 'evdev',
        source: { dev: '/dev/input/by-id/kbd', grab: 'all', grab_toggle: 'ctrl-ctrl', repeat: true },
      },
    ] as const
    expect(devicesWritten({ inputs })).toEqual([
      '-device qemu-xhci,id=usb0',
      '-device usb-tablet,id=input0',
      '-device virtio-keyboard-pci,id=input1',
      '-object input-linux,id=input3,evdev=/dev/input/by-id/kbd,grab_all=on,repeat=on,grab-toggle=ctrl-ctrl',
    ])
  })

  it('use the USB controller that is said', () => {
    const controllers = [{ type: 'usb', model: 'qemu-xhci', ports: 15 }] as const
    expect(devicesWritten({ controllers, inputs: [{ type: 'tablet' }] })).toEqual([
      '-device qemu-xhci,id=usb0,p2=15,p3=15',
      '-device usb-tablet,id=input0',
    ])
  })

  it('find USB 1 ports on their EHCI controller, whatever the order', () => {
    const controllers = [
      { type: 'usb', index: 0, model: 'ich9-uhci1', master: 0 },
      { type: 'usb', index: 0, model: 'ich9-ehci1' },
    ] as const
    expect(devicesWritten({ controllers })).toEqual([
      '-device ich9-usb-ehci1,id=usb0',
      '-device ich9-usb-uhci1,masterbus=usb0.0,firstport=0',
    ])
  })

  it('come from the viewer, filtered', () => {
    const redirdev = [{ bus: 'usb', type: 'spicevmc' }] as const
    const usbdevs = [
      { class: '0x08', vendor: '0x1234', product: '0xbeef', version: '2.56', allow: true },
      { allow: false },
    ] as const
    expect(devicesWritten({ redirdev, redirfilter: { usbdevs } })).toEqual([
      '-chardev spicevmc,id=char-redir0,name=usbredir',
      '-device qemu-xhci,id=usb0',
      '-device usb-redir,id=redir0,chardev=char-redir0,filter=0x08:0x1234:0xbeef:0x0256:1|-1:-1:-1:-1:0',
    ])
  })
})

describe('ports and channels', () => {
  it('put a socket in the state directory where libvirt has a pty', () => {
    const devices = {
      serial: [{ type: 'pty', log: { file: '/var/log/a' } }],
      console: [{ type: 'pty' }, { type: 'pty', target: { type: 'virtio' } }],
    } as const
    expect(devicesWritten(devices)).toEqual([
      '-chardev socket,id=char-serial0,path=/var/vms/vm/serial.sock,server=on,wait=off,logfile=/var/log/a',
      '-device isa-serial,id=serial0,chardev=char-serial0,index=0',
      '-chardev socket,id=char-console1,path=/var/vms/vm/console1.sock,server=on,wait=off',
      '-device virtio-serial-pci,id=virtio-serial0',
      '-device virtconsole,id=console1,chardev=char-console1',
    ])
  })

  it('solder the first serial port on where the mainboard does', () => {
    expect(
      devicesWritten({ serial: [{ type: 'null' }] }, { os: { arch: 'aarch64', machine: 'virt' } }),
    ).toEqual(['-chardev null,id=char-serial0', '-serial chardev:char-serial0'])
  })

  it('share one controller', () => {
    const channels = [
      { type: 'spicevmc', name: 'com.redhat.spice.0' },
      { type: 'unix', source: { mode: 'bind' }, name: 'org.qemu.guest_agent.0' },
      {
        type: 'tcp',
        source: { mode: 'connect', host: 'h', service: '1', reconnect: { enabled: true, timeout: 5 } },
        name: 'x',
      },
    ] as const
    expect(devicesWritten({ channels })).toEqual([
      '-chardev spicevmc,id=char-channel0,name=vdagent',
      '-device virtio-serial-pci,id=virtio-serial0',
      '-device virtserialport,id=channel0,chardev=char-channel0,name=com.redhat.spice.0',
      '-chardev socket,id=char-channel1,path=/var/vms/vm/org.qemu.guest_agent.0.sock,server=on,wait=off',
      '-device virtserialport,id=channel1,chardev=char-channel1,name=org.qemu.guest_agent.0',
      '-chardev socket,id=char-channel2,host=h,port=1,reconnect=5',
      '-device virtserialport,id=channel2,chardev=char-channel2,name=x',
    ])
  })

  it('keep socket paths short enough for Linux', () => {
    const channels = [{ type: 'unix', source: { mode: 'bind', path: `/${'x'.repeat(120)}` } }] as const
    expect(found({ devices: { channels } })).toEqual(['qemu.text devices.channels.0'])
  })
})

describe('host devices', () => {
  const source = { domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0' }

  it('are PCI functions, which the host has to give away before', () => {
    const devices = {
      hostdevs: [{ type: 'pci', source, rom: { bar: false, file: '/rom,1' }, boot: { order: 1 } }],
    } as const
    expect(devicesWritten(devices)).toEqual([
      '-device vfio-pci,host=0000:01:00.0,id=hostdev0,bootindex=1,rombar=0,romfile=/rom,,1',
    ])
    expect(found({ devices })).toEqual(['qemu.host-setup devices.hostdevs.0'])
  })

  it('are USB devices by their ids or their port', () => {
    const hostdevs = [
      { type: 'usb', source: { vendor: '0x046d', product: '0xc52b', guest_reset: 'uninitialized' } },
      { type: 'usb', source: { bus: '1', port: '1.2' } },
    ] as const
    expect(devicesWritten({ hostdevs }).slice(1)).toEqual([
      '-device usb-host,id=hostdev0,vendorid=0x046d,productid=0xc52b,guest-reset=on,guest-resets-all=off',
      '-device usb-host,id=hostdev1,hostbus=1,hostport=1.2',
    ])
  })

  it('are mediated devices', () => {
    const hostdevs = [{ type: 'mdev', source: { uuid: 'c2' }, display: 'on', ramfb: 'on' }] as const
    expect(devicesWritten({ hostdevs })).toEqual([
      '-device vfio-pci-nohotplug,id=hostdev0,sysfsdev=/sys/bus/mdev/devices/c2,display=on,ramfb=on',
    ])
  })

  it('are left out where libvirt looks something up', () => {
    const hostdevs = [
      { type: 'scsi', source: { adapter: 'scsi_host0', bus: '0', target: '0', unit: '0' } },
    ] as const
    expect(devicesWritten({ hostdevs })).toEqual([])
    expect(found({ devices: { hostdevs } })).toEqual(['qemu.unsupported devices.hostdevs.0'])
  })
})

describe('shares', () => {
  const share = { driver: { type: 'virtiofs' }, source: { dir: '/srv/a' }, target: { dir: 'data' } } as const
  const helpers = (one: object, distro?: string) =>
    renderArgv(resolvedOf({ devices: { filesystems: [{ ...share, ...one }] } }, distro ? { distro } : {}))
      .helpers

  it('have a virtiofsd beside QEMU', () => {
    expect(devicesWritten({ filesystems: [share] })).toEqual([
      '-chardev socket,id=char-fs0,path=/var/vms/vm/fs0.sock',
      '-device vhost-user-fs-pci,id=fs0,chardev=char-fs0,tag=data,queue-size=1024',
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

  it('map no ids outside of a user namespace', () => {
    const idmap = { uid: [{ start: 0, target: 1000, count: 1 }] }
    const one = { ...share, binary: { sandbox: 'chroot' }, idmap } as const
    expect(found({ devices: { filesystems: [one] } })).toEqual([
      'qemu.unsupported devices.filesystems.0.idmap',
    ])
  })

  it('use a virtiofsd that runs already', () => {
    const one = {
      driver: { type: 'virtiofs' },
      source: { socket: '/run/fs.sock' },
      target: { dir: 't' },
    } as const
    expect(devicesWritten({ filesystems: [one] })[0]).toBe('-chardev socket,id=char-fs0,path=/run/fs.sock')
    expect(renderArgv(resolvedOf({ devices: { filesystems: [one] } })).helpers).toEqual([])
  })

  it('go by 9p without a helper', () => {
    const one = {
      accessmode: 'mapped',
      source: { dir: '/srv/a' },
      target: { dir: 't' },
      readonly: true,
    } as const
    expect(devicesWritten({ filesystems: [one] })).toEqual([
      '-fsdev local,id=fsdev-fs0,path=/srv/a,security_model=mapped-xattr,readonly=on',
      '-device virtio-9p-pci,id=fs0,fsdev=fsdev-fs0,mount_tag=t',
    ])
  })
})

describe('the TPM', () => {
  it('is swtpm beside QEMU', () => {
    const tpm = [{ model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } }] as const
    expect(devicesWritten({ tpm })).toEqual([
      '-chardev socket,id=char-tpm0,path=/var/vms/vm/tpm0.sock',
      '-tpmdev emulator,id=tpm0,chardev=char-tpm0',
      '-device tpm-crb,tpmdev=tpm0,id=tpm-device0',
    ])
    const { helpers, directories } = renderArgv(resolvedOf({ devices: { tpm } }))
    expect(helpers[0]?.argv.join(' ')).toBe(
      'swtpm socket --tpmstate dir=/var/vms/vm/tpm0,mode=0600 --ctrl type=unixio,path=/var/vms/vm/tpm0.sock --terminate --tpm2',
    )
    expect(directories).toContain('/var/vms/vm/tpm0')
  })

  it('is the host’s', () => {
    const tpm = [{ model: 'tpm-tis', backend: { type: 'passthrough', device: '/dev/tpm0' } }] as const
    expect(devicesWritten({ tpm })[0]).toBe('-tpmdev passthrough,id=tpm0,path=/dev/tpm0')
  })
})

describe('small devices', () => {
  it('are written one by one', () => {
    const devices = {
      rng: [{ backend: { model: 'random', value: '/dev/urandom' }, rate: { bytes: 1024, period: 500 } }],
      watchdog: [{ model: 'itco', action: 'poweroff' }],
      memballoon: { model: 'virtio', autodeflate: 'on', free_page_reporting: true },
      panic: [{ model: 'isa' }],
      shmem: [{ name: 'looking-glass', model: { type: 'ivshmem-plain' }, size: '64M', role: 'peer' }],
      vsock: { cid: { address: 5 } },
      crypto: [{ model: 'virtio', backend: { model: 'builtin', queues: 1 } }],
    } as const
    expect(devicesWritten(devices)).toEqual([
      '-object rng-random,id=rng-source0,filename=/dev/urandom',
      '-device virtio-rng-pci,rng=rng-source0,id=rng0,max-bytes=1024,period=500',
      '-global ICH9-LPC.noreboot=off',
      '-action watchdog=poweroff',
      '-device virtio-balloon-pci,id=balloon0,deflate-on-oom=on,free-page-reporting=on',
      '-device pvpanic,id=panic0',
      '-object memory-backend-file,id=shmem-memory0,mem-path=/dev/shm/looking-glass,size=64M,share=on',
      '-device ivshmem-plain,id=shmem0,memdev=shmem-memory0,master=off',
      '-device vhost-vsock-pci,id=vsock0,guest-cid=5',
      '-object cryptodev-backend-builtin,id=crypto-backend0,queues=1',
      '-device virtio-crypto-pci,cryptodev=crypto-backend0,id=crypto0',
    ])
  })

  it('leave the balloon out when it is none', () => {
    expect(devicesWritten({ memballoon: { model: 'none' } })).toEqual([])
  })

  it('put the IOMMU before the devices behind it', () => {
    const iommu = { model: 'intel', driver: { intremap: true, caching_mode: true, iotlb: true } } as const
    expect(devicesWritten({ iommu, rng: [{}] })[0]).toBe(
      '-device intel-iommu,id=iommu0,intremap=on,device-iotlb=on,caching-mode=on',
    )
    expect(found({ devices: { iommu: { model: 'virtio', driver: { eim: true } } } })).toEqual([
      'qemu.unsupported devices.iommu.driver.eim',
    ])
  })
})

describe('what the author hands to QEMU', () => {
  it('stands at the end, word by word', () => {
    const xml =
      "<qemu:commandline><qemu:arg value='-device'/><qemu:arg value='edu,x=a,,b'/><qemu:arg value='-S'/><qemu:env name='A' value='b'/></qemu:commandline>"
    const domain = { $rest: { children: [{ after: null, count: 0, xml }] } }
    expect(written(domain).slice(-2)).toEqual(['-device edu,x=a,,b', '-S'])
    expect(renderArgv(resolvedOf(domain)).findings.map((finding) => finding.code)).toEqual([
      'qemu.host-setup',
    ])
  })
})
