/** What libvirt 11.3 and QEMU 10.0 refuse at the definition or the start, seen in the lab. */
import { onArm, type RuleCases, withDevices, withLibvirt } from './case.ts'

const place = { type: 'pci', domain: '0x0000', bus: '0x00', slot: '0x10' } as const
const card = { type: 'user', model: { type: 'virtio' } } as const

const fwcfg = { type: 'fwcfg', entries: [{ name: 'opt/com.example/a', value: 'b' }] } as const

export const foreseenCases: RuleCases = {
  'address.multifunction': {
    triggers: withDevices({
      interfaces: [
        { ...card, address: { ...place, function: '0x0', multifunction: false } },
        { ...card, address: { ...place, function: '0x3' } },
      ],
    }),
    beside: withDevices({
      interfaces: [
        { ...card, address: { ...place, function: '0x0', multifunction: true } },
        { ...card, address: { ...place, function: '0x3', multifunction: false } },
      ],
    }),
  },
  'cpu.feature-unknown': {
    triggers: withLibvirt({
      cpu: {
        mode: 'custom',
        model: { value: 'EPYC' },
        features: [{ name: 'sse4_1', policy: 'require' }],
      },
    }),
    beside: withLibvirt({
      cpu: { mode: 'custom', model: { value: 'EPYC' }, features: [{ name: 'sse4.1', policy: 'require' }] },
    }),
  },
  'cpu.model-unknown': {
    triggers: withLibvirt({ cpu: { mode: 'custom', model: { value: 'cortex-a57' } } }),
    beside: withLibvirt({ cpu: { mode: 'custom', model: { value: 'Skylake-Client-v4' } } }),
  },
  'firmware.nvram-without-loader': {
    triggers: withLibvirt({ os: { nvram: { value: '/srv/settings.fd' } } }),
    beside: withLibvirt({ os: { firmware: 'efi', nvram: { value: '/srv/settings.fd' } } }),
  },
  'firmware.settings-lost': {
    triggers: withLibvirt({ os: { loader: { type: 'rom', value: '/opt/edk2/OVMF_CODE.fd' } } }),
    beside: withLibvirt({
      os: { loader: { type: 'rom', stateless: true, value: '/opt/edk2/OVMF_CODE.fd' } },
    }),
  },
  'hostdev.usb-port': {
    triggers: withDevices({
      hostdevs: [{ mode: 'subsystem', type: 'usb', source: { bus: '2', port: '1.4' } }],
    }),
    beside: withDevices({
      hostdevs: [{ mode: 'subsystem', type: 'usb', source: { bus: '2', device: '7' } }],
    }),
    noFix: 'which device is there is for the author to say',
  },
  'hypervisor.other': {
    triggers: withLibvirt({
      type: 'xen',
      devices: { disks: [{ source: { file: '/srv/a.img' }, target: { dev: 'xvdb', bus: 'xen' } }] },
    }),
    beside: withLibvirt({ type: 'qemu' }),
    noFix: 'another hypervisor is another design',
  },
  'sysinfo.uuid': {
    triggers: withLibvirt({
      uuid: '0b1c2d3e-0000-4000-8000-000000000001',
      sysinfo: fwcfg,
      more_sysinfo: [{ type: 'smbios', system: { uuid: '0b1c2d3e-0000-4000-8000-000000000002' } }],
    }),
    beside: withLibvirt({
      uuid: '0b1c2d3e-0000-4000-8000-00000000000a',
      sysinfo: { type: 'smbios', system: { uuid: '0B1C2D3E00004000800000000000000A' } },
    }),
  },
  'usb.no-controller': {
    triggers: onArm({ devices: { hub: [{ type: 'usb' }] } }),
    beside: onArm({ devices: { hub: [{ type: 'usb' }], usb: [{ model: 'qemu-xhci' }] } }),
  },
}
