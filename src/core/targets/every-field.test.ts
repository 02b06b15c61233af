/** Nothing of a design goes over, or stays behind, in silence. */
import { expect, test } from 'vitest'
import { answersOf } from './every-field.test-helper.ts'
import { type TargetId, targetIds, targets } from './index.ts'

const writing = targetIds.filter((id) => targets[id].writer !== undefined)

const isFile = 'file is the kind where none is said'
const isPty = 'pty is the kind where none is said'

const isThere = 'it is there anyway'

/** What every VM has where files have a word for little. */
const ofAll = {
  'libvirt.current_memory': 'where nothing else is said it is all of the memory',
  'libvirt.features.acpi': isThere,
  'libvirt.features.apic': isThere,
}

const check = 'it is how libvirt looks at a processor of a name'
const single = 'one is what there is where none is said'
const oneOfAll = {
  'libvirt.cpu.topology.clusters': single,
  'libvirt.cpu.topology.dies': single,
}

const tpm = 'where none is said it is of version 2.0, and a tpm-crb'
const bios = 'where nothing is said it is a BIOS'

/** Fields with a word that need not be said, each with the reason. */
const unheard: Readonly<Partial<Record<TargetId, Readonly<Record<string, string>>>>> = {
  terraform: {
    'libvirt.os.nvram.type': isFile,
    'libvirt.features.apic': 'beside apic_eoi it says nothing more',
    'libvirt.devices.disks[].backing_store.type': isFile,
    'libvirt.devices.disks[].mirror.type': isFile,
    'libvirt.devices.disks[].mirror.backing_store.type': isFile,
    'libvirt.devices.smartcard[].type': isPty,
    'libvirt.devices.parallel[].type': isPty,
    'libvirt.devices.channels[].source.path': 'path of the channel itself says it',
  },
  kubevirt: {
    'libvirt.current_memory': 'where nothing else is said it is all of the memory',
    'libvirt.devices.disks[].readonly': 'a CD is read-only by itself',
    'libvirt.devices.channels[].source.path': 'the channel says its path in another word beside it',
    'libvirt.devices.video[].heads': 'one screen is what there is where none is said',
    'libvirt.devices.redirdev[].bus': 'usb is the only bus',
  },
  'virt-install': {
    'libvirt.devices.disks[].transient': 'share_backing beside it says it',
    'libvirt.devices.channels[].source.path': 'path of the channel itself says it',
    'libvirt.devices.redirdev[].bus': 'there is no other one',
    'libvirt.memory_unit': 'it counts memory in MiB',
  },
  incus: {
    ...ofAll,
    'libvirt.cpu.check': check,
    'libvirt.os.firmware': bios,
    'libvirt.devices.tpm[].model': tpm,
    'libvirt.devices.tpm[].backend.version': tpm,
  },
  openstack: {
    ...ofAll,
    ...oneOfAll,
    'libvirt.devices.tpm[].backend.version': tpm,
    'libvirt.devices.watchdog[].model': 'i6300esb is the one',
  },
  'cloud-hypervisor': {
    ...ofAll,
    ...oneOfAll,
    'libvirt.cpu.topology.cores': single,
    'libvirt.cpu.topology.sockets': single,
    'libvirt.cpu.topology.threads': single,
    'libvirt.vcpu.current': 'where nothing else is said it is all of them',
    'libvirt.devices.tpm[].model': tpm,
    'libvirt.devices.tpm[].backend.version': tpm,
  },
  lima: ofAll,
  vagrant: { ...ofAll, ...oneOfAll, 'libvirt.cpu.check': check },
  utm: {
    ...ofAll,
    'libvirt.os.firmware': bios,
    'libvirt.devices.tpm[].model': tpm,
    'libvirt.devices.tpm[].backend.version': tpm,
  },
}

/** Where another test holds what is said of the Domain: what of it is asked here. */
const askedOfDomain: Readonly<Partial<Record<TargetId, 'lacks' | 'nothing'>>> = {
  // e2e/wrapped-targets.test.ts: the XML is in it, as it is.
  ansible: 'nothing',
  nixvirt: 'nothing',
  virsh: 'nothing',
  // core/qemu/silence.test.ts: each value is in the command line, or a finding, or a lack of the target.
  systemd: 'lacks',
}

test.each(writing)(
  '%s says each field, or says that it does not',
  async (id) => {
    const ofDomain = askedOfDomain[id] ?? 'all'
    const answers = answersOf(targets[id], (part) => (part[0] === 'libvirt' ? ofDomain : 'all'))
    expect(answers.length).toBeGreaterThan(ofDomain === 'nothing' ? 70 : 1000)
    const silent = answers.filter((one) => one.silent > 0 || one.whole + one.not + one.inPart === 0)
    expect(silent.map(({ field }) => field).toSorted()).toEqual(Object.keys(unheard[id] ?? {}).toSorted())
    const lines = answers
      .filter(({ not, inPart }) => not + inPart > 0)
      .map(({ field, whole, not, messages }) => {
        const word = not > 0 && whole === 0 ? 'not' : 'in part'
        return `${field}\t${word}\t${[...messages].join(' / ')}\n`
      })
    await expect(lines.join('')).toMatchFileSnapshot(`expected/${id}.fields.tsv`)
  },
  300_000,
)
