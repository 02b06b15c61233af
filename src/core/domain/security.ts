/** Security labels, confidential VMs, resources. Manual: Security label; Launch Security; Resource partitioning. */
import {
  anyText,
  at,
  attribute,
  child,
  element,
  hostPath,
  list,
  oneOf,
  onOff,
  unsignedInt,
  wholeNumber,
  yesNo,
  yesNoText,
} from '../table/index.ts'

export const seclabel = {
  type: attribute('type', oneOf('dynamic', 'static', 'none'), {
    help: 'dynamic lets libvirt make the label.',
  }),
  model: attribute('model', anyText, { help: 'selinux, apparmor or dac.' }),
  relabel: attribute('relabel', yesNoText, { help: 'Whether files are labelled anew.' }),
  label: element('label', anyText, { help: 'Label, for the type static.' }),
  baselabel: element('baselabel', anyText, { label: 'Base label', help: 'What dynamic labels start from.' }),
  imagelabel: element('imagelabel', anyText, {
    label: 'Image label',
    help: 'Label of images, as libvirt reports it.',
  }),
} as const

const sevSnp = { type: ['sev-snp'] } as const
const tdx = { type: ['tdx'] } as const

export const launchSecurity = {
  type: attribute('type', oneOf('sev', 'sev-es', 'sev-snp', 'tdx', 's390-pv'), {
    help: 'How the guest’s memory is kept from the host.',
    required: true,
  }),
  kernel_hashes: attribute('kernelHashes', yesNoText, {
    help: 'Kernel, initrd and command line are measured.',
    since: '8.0.0',
  }),
  author_key: attribute('authorKey', yesNo, {
    help: 'The id block has an author key.',
    since: '10.5.0',
    only: sevSnp,
  }),
  vcek: attribute('vcek', yesNo, {
    label: 'VCEK',
    help: 'Sign with the chip’s key.',
    since: '10.5.0',
    only: sevSnp,
  }),
  handle: element('handle', wholeNumber, { help: 'Handle of the firmware, as libvirt reports it.' }),
  cbitpos: element('cbitpos', wholeNumber, {
    label: 'C-bit',
    help: 'Bit of the page table; the host knows it.',
  }),
  reduced_phys_bits: element('reducedPhysBits', wholeNumber, { help: 'Address bits that encryption takes.' }),
  policy: element('policy', anyText, { help: 'What is allowed, as a number such as 0x0003.' }),
  dh_cert: element('dhCert', anyText, { label: 'DH certificate', help: 'The guest owner’s key.' }),
  session: element('session', anyText, { help: 'The guest owner’s session.' }),
  guest_visible_workarounds: element('guestVisibleWorkarounds', anyText, {
    help: 'Workarounds the guest sees.',
    since: '10.5.0',
    only: sevSnp,
  }),
  id_block: element('idBlock', anyText, { help: 'Id block.', since: '10.5.0', only: sevSnp }),
  id_auth: element('idAuth', anyText, { help: 'Id authentication.', since: '10.5.0', only: sevSnp }),
  host_data: element('hostData', anyText, { help: 'Data in the report.', since: '10.5.0', only: sevSnp }),
  mr_config_id: element('mrConfigId', anyText, { help: 'Configuration id.', since: '11.6.0', only: tdx }),
  mr_owner: element('mrOwner', anyText, { help: 'Owner.', since: '11.6.0', only: tdx }),
  mr_owner_config: element('mrOwnerConfig', anyText, {
    help: 'Owner’s configuration.',
    since: '11.6.0',
    only: tdx,
  }),
  quote_generation_service: at(
    'quoteGenerationService',
    attribute('path', hostPath, { help: 'Socket of the quote service.', since: '11.6.0', only: tdx }),
  ),
} as const

export const idRange = {
  start: attribute('start', unsignedInt, { help: 'First id in the guest.', required: true }),
  target: attribute('target', unsignedInt, { help: 'First id on the host.', required: true }),
  count: attribute('count', unsignedInt, { help: 'How many.', required: true }),
} as const

export const idMap = {
  uid: list('uid', idRange, { label: 'User ids', help: 'User ids of the guest and of the host.' }),
  gid: list('gid', idRange, { label: 'Group ids', help: 'Group ids of the guest and of the host.' }),
} as const

export const keywrap = at(
  'keywrap',
  list(
    'cipher',
    {
      name: attribute('name', oneOf('aes', 'dea'), { help: 'The cipher.', required: true }),
      state: attribute('state', onOff, { help: 'Whether the guest may use it.', required: true }),
    },
    { label: 'Key wrapping', help: 'Protected keys for s390 guests.', since: '1.2.20' },
  ),
)

export const resource = {
  partition: element('partition', anyText, { help: 'cgroup that the VM belongs to.' }),
  fibrechannel: child(
    'fibrechannel',
    {
      appid: attribute('appid', anyText, {
        label: 'VM id',
        help: 'Name of the VM on the fabric.',
        since: '7.7.0',
      }),
    },
    { label: 'Fibre Channel', help: 'Fibre Channel tagging.' },
  ),
} as const
