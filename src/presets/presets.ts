/** The designs that people build, each with its reasons and what it needs of the host. */
import aarch64OnX86 from './aarch64-on-x86.yml?raw'
import cloudImage from './cloud-image.yml?raw'
import confidential from './confidential.yml?raw'
import homeAssistant from './home-assistant.yml?raw'
import linuxDevelopment from './linux-development.yml?raw'
import lookingGlass from './looking-glass.yml?raw'
import type { Need } from './needs.ts'
import * as need from './needs.ts'
import nestedLab from './nested-lab.yml?raw'
import opnsense from './opnsense.yml?raw'
import windows11 from './windows-11.yml?raw'
import windowsGaming from './windows-gaming.yml?raw'

export type { Need } from './needs.ts'

export interface Preset {
  /** Also the name of the VM until the person gives it another: 'windows-11'. */
  readonly id: string
  readonly title: string
  /** One sentence: what it is. */
  readonly about: string
  /** Why its choices are so. */
  readonly why: string
  readonly needs: readonly Need[]
  /** What else the person is expected to change: paths of the spec, `*` for each item of a list. */
  readonly free: readonly string[]
  /** What a design of this kind does not have: with it, it is another kind. */
  readonly without: readonly string[]
  /** The vm.yml, one bare spec. */
  readonly text: string
}

type Said = Omit<Preset, 'about' | 'why' | 'free' | 'without'> & Partial<Pick<Preset, 'free' | 'without'>>

/**
 * The comment at the head of the text is what there is to say of the preset: its first sentence what it is, all of it
 * why it is so.
 */
function preset({ id, title, needs, free = [], without = [], text }: Said): Preset {
  const why = headComment(text)
  const about = /^.*?[.](?= |$)/.exec(why)?.[0] ?? why
  return { id, title, about, why, needs, free, without, text }
}

function headComment(text: string): string {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('#'))
  return lines
    .slice(0, end)
    .map((line) => line.slice(1).trim())
    .join(' ')
}

/** The discs go when the system is installed. */
const ofInstallation = ['libvirt.devices.disks', 'libvirt.os.boot']

const screens = ['libvirt.devices.graphics', 'libvirt.devices.video']

/** In the order in which they are offered: what most people want first. */
export const presets: readonly Preset[] = [
  preset({
    id: 'linux-development',
    title: 'Linux development',
    needs: [need.kvm, need.session],
    text: linuxDevelopment,
  }),
  preset({
    id: 'cloud-image',
    title: 'Headless server',
    needs: [need.kvm, need.passt],
    without: screens,
    text: cloudImage,
  }),
  preset({
    id: 'windows-11',
    title: 'Windows 11 desktop',
    needs: [
      need.kvm,
      need.secureFirmware,
      need.swtpm,
      need.defaultNetwork,
      need.byHand(
        'Windows and its drivers',
        'The Windows 11 disc and the virtio-win disc as files on the host',
      ),
    ],
    free: ofInstallation,
    text: windows11,
  }),
  preset({
    id: 'windows-gaming',
    title: 'Windows gaming with a graphics card',
    needs: [
      need.kvm,
      need.iommu,
      need.byHand('a second graphics card', 'A second graphics card, or a host without a screen of its own'),
      need.cpus(16, 'Eight cores with two threads each, or other pins'),
      need.hugePages2M(16 * 1024),
      need.secureFirmware,
      need.swtpm,
      need.defaultNetwork,
      need.byHand(
        'Windows and its drivers',
        'The Windows 11 disc and the virtio-win disc as files on the host',
      ),
    ],
    free: [...ofInstallation, 'libvirt.devices.graphics', 'libvirt.devices.video', 'libvirt.devices.inputs'],
    text: windowsGaming,
  }),
  preset({
    id: 'looking-glass',
    title: 'Looking Glass',
    needs: [
      need.kvm,
      need.iommu,
      need.byHand('a graphics card', 'A graphics card for the guest, with a monitor or a dummy plug on it'),
      need.byHand(
        'the Looking Glass client',
        'The Looking Glass client on the host and its host application in the guest',
      ),
      need.secureFirmware,
      need.swtpm,
      need.defaultNetwork,
      need.byHand(
        'Windows and its drivers',
        'The Windows 11 disc and the virtio-win disc as files on the host',
      ),
    ],
    free: ofInstallation,
    text: lookingGlass,
  }),
  preset({
    id: 'home-assistant',
    title: 'Home Assistant',
    needs: [
      need.kvm,
      need.freeFirmware,
      need.bridges(1, 'A bridge to the network of the house'),
      need.byHand('the appliance’s disk', 'The unpacked disk image of Home Assistant OS (haos_ova, qcow2)'),
    ],
    text: homeAssistant,
  }),
  preset({
    id: 'opnsense',
    title: 'OPNsense router',
    needs: [
      need.kvm,
      need.freeFirmware,
      need.bridges(
        2,
        'Two bridges, or two network cards to pass through (then an IOMMU that is switched on)',
      ),
      need.byHand(
        'the installer',
        'The disc with the installer of OPNsense, unpacked, as a file on the host',
      ),
    ],
    free: [...ofInstallation, 'network', 'libvirt.devices.interfaces'],
    text: opnsense,
  }),
  preset({
    id: 'nested-lab',
    title: 'Nested lab',
    needs: [need.kvm, need.nested, need.passt],
    free: ['nested'],
    text: nestedLab,
  }),
  preset({
    id: 'aarch64-on-x86',
    title: 'ARM on an x86 host',
    needs: [need.armEmulator, need.armFirmware, need.passt],
    text: aarch64OnX86,
  }),
  preset({
    id: 'confidential',
    title: 'Confidential VM',
    needs: [
      need.kvm,
      need.sevSnp,
      need.byHand('firmware for SEV-SNP', 'Firmware that is built for SEV-SNP, here at the path of Fedora’s'),
      need.passt,
    ],
    text: confidential,
  }),
]

/** Undefined when there is none of that name. */
export function presetById(id: string): Preset | undefined {
  return presets.find((one) => one.id === id)
}
