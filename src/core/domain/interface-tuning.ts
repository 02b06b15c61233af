/** What a network interface may do and how a switch sees it. Manual: Network interfaces; Quality of service; VLAN tags. */
import {
  anyText,
  at,
  attribute,
  child,
  integer,
  list,
  oneOf,
  onOff,
  uuid,
  wholeNumber,
  yesNo,
} from '../table/index.ts'

const commonOffloads = {
  csum: attribute('csum', onOff, { label: 'Checksum', help: 'Checksums.' }),
  tso4: attribute('tso4', onOff, { label: 'TSO IPv4', help: 'TCP segmentation over IPv4.' }),
  tso6: attribute('tso6', onOff, { label: 'TSO IPv6', help: 'TCP segmentation over IPv6.' }),
  ecn: attribute('ecn', onOff, { label: 'ECN', help: 'Explicit congestion notification.' }),
  ufo: attribute('ufo', onOff, { label: 'UFO', help: 'UDP fragmentation.' }),
} as const

export const hostOffloads = child(
  'host',
  {
    ...commonOffloads,
    gso: attribute('gso', onOff, { label: 'GSO', help: 'Generic segmentation.' }),
    mrg_rxbuf: attribute('mrg_rxbuf', onOff, {
      label: 'Merged buffers',
      help: 'Receive buffers that may be merged.',
    }),
  },
  { label: 'Host offloads', help: 'What the host does in place of the guest’s driver.', since: '1.2.9' },
)

export const guestOffloads = child('guest', commonOffloads, {
  label: 'Guest offloads',
  help: 'What the guest takes from the host unfinished.',
  since: '1.2.9',
})

const rate = {
  average: attribute('average', wholeNumber, { help: 'Desired rate.', unit: 'KiB/s' }),
  peak: attribute('peak', wholeNumber, { help: 'Most while a burst lasts.', unit: 'KiB/s' }),
  burst: attribute('burst', wholeNumber, { help: 'How much may go at peak rate.', unit: 'KiB' }),
  floor: attribute('floor', wholeNumber, { help: 'Rate that is guaranteed.', unit: 'KiB/s' }),
} as const

export const bandwidth = child(
  'bandwidth',
  {
    class_id: attribute('classID', wholeNumber, {
      label: 'Class',
      help: 'Traffic class, as libvirt reports it.',
    }),
    inbound: child('inbound', rate, { help: 'To the guest.' }),
    outbound: child('outbound', rate, { help: 'From the guest.' }),
  },
  { help: 'How much it may carry.', since: '0.9.4' },
)

export const vlan = child(
  'vlan',
  {
    trunk: attribute('trunk', yesNo, { help: 'The guest sees the tags itself.' }),
    tags: list(
      'tag',
      {
        id: attribute('id', integer({ minimum: 0, maximum: 4095 }), {
          help: 'Number of the VLAN.',
          required: true,
        }),
        native_mode: attribute('nativeMode', oneOf('tagged', 'untagged'), {
          help: 'The VLAN of packets without a tag.',
          since: '1.1.0',
        }),
      },
      { help: 'One VLAN, or several for a trunk.' },
    ),
  },
  { label: 'VLAN', help: 'VLAN tags, where the switch can do them (Open vSwitch, SR-IOV).' },
)

export const virtualport = child(
  'virtualport',
  {
    type: attribute('type', oneOf('802.1Qbg', '802.1Qbh', 'openvswitch', 'midonet'), {
      help: 'Kind of switch.',
    }),
    managerid: at(
      'parameters',
      attribute('managerid', anyText, {
        label: 'Manager id',
        help: 'VSI manager (802.1Qbg).',
        only: { type: ['802.1Qbg'] },
      }),
    ),
    typeid: at(
      'parameters',
      attribute('typeid', anyText, {
        label: 'Type id',
        help: 'VSI type (802.1Qbg).',
        only: { type: ['802.1Qbg'] },
      }),
    ),
    typeidversion: at(
      'parameters',
      attribute('typeidversion', anyText, {
        label: 'Type id version',
        help: 'Version of the VSI type (802.1Qbg).',
        only: { type: ['802.1Qbg'] },
      }),
    ),
    instanceid: at(
      'parameters',
      attribute('instanceid', uuid, {
        label: 'Instance id',
        help: 'VSI instance, a UUID (802.1Qbg).',
        only: { type: ['802.1Qbg'] },
      }),
    ),
    interfaceid: at(
      'parameters',
      attribute('interfaceid', uuid, {
        label: 'Interface id',
        help: 'UUID of the port.',
        only: { type: ['openvswitch', 'midonet'] },
      }),
    ),
    profileid: at(
      'parameters',
      attribute('profileid', anyText, {
        label: 'Profile id',
        help: 'Name of the port profile.',
        only: { type: ['802.1Qbh', 'openvswitch'] },
      }),
    ),
  },
  { label: 'Virtual port', help: 'How the switch knows the port.', since: '0.8.2' },
)
