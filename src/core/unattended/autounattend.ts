/** Windows: the answers to Setup. Microsoft, Unattended Windows Setup Reference. */
import type { Finding } from '../finding.ts'
import type { VmSpec } from '../spec/index.ts'
import { ownValue, withoutEnd } from '../text/index.ts'
import type { PlainAttribute, PlainElement, PlainNode } from '../xml/index.ts'
import { writeElement } from '../xml/index.ts'
import { driverPaths } from './virtio-drivers.ts'
import { windowsLanguage, windowsTimeZone } from './windows-names.ts'
import { leftOut, type Wishes } from './wishes.ts'

/** Names of elements with their values, in Microsoft’s order. */
type Settings = readonly (readonly [name: string, value: string | Settings])[]

interface Component {
  readonly name: string
  readonly children: readonly PlainNode[]
}

/**
 * The file `autounattend.xml`. There is no product key in it: Setup asks for one. The user has no password, so that none
 * stands in a file; Windows lets such a user in at the screen alone.
 *
 * @param hasDrivers whether there is a CD with drivers
 */
export function autounattend(
  wishes: Wishes,
  { guest, installer }: VmSpec,
  hasDrivers: boolean,
  findings: Finding[],
): string {
  const said = installer?.unattended ?? {}
  const { ui, culture } = windowsLanguage(wishes.locale)
  const zone = wishes.timezone === undefined ? undefined : windowsTimeZone(wishes.timezone)
  if (wishes.timezone !== undefined && zone === undefined)
    findings.push(
      leftOut(['cloud_init', 'timezone'], `What Windows calls ${wishes.timezone} is not known here.`),
    )
  for (const [index] of wishes.packages.entries())
    if (index === 0) findings.push(leftOut(['cloud_init', 'package'], 'Windows Setup installs no packages.'))
  for (const key of ['keyboard', 'desktop'] as const)
    if (said[key] !== undefined && said[key] !== 'none')
      findings.push(leftOut(['installer', 'unattended', key], `Windows Setup is told no ${key}.`))
  const international: Settings = [
    ['InputLocale', culture],
    ['SystemLocale', culture],
    ['UILanguage', ui],
    ['UserLocale', culture],
  ]
  const passes: readonly (readonly [pass: string, components: readonly Component[]])[] = [
    [
      'windowsPE',
      [
        component('Microsoft-Windows-International-Core-WinPE', [
          ['SetupUILanguage', [['UILanguage', ui]]],
          ...international,
        ]),
        ...(hasDrivers ? [drivers(guest, wishes.arch)] : []),
        { name: 'Microsoft-Windows-Setup', children: setup(wishes) },
      ],
    ],
    [
      'specialize',
      [
        component('Microsoft-Windows-Shell-Setup', [
          ['ComputerName', computerName(wishes.hostname)],
          ...(zone === undefined ? [] : ([['TimeZone', zone]] as const)),
        ]),
      ],
    ],
    [
      'oobeSystem',
      [
        component('Microsoft-Windows-International-Core', international),
        { name: 'Microsoft-Windows-Shell-Setup', children: firstStart(wishes, hasDrivers) },
      ],
    ],
  ]
  const root = element(
    'unattend',
    passes.map(([pass, components]) =>
      element(
        'settings',
        components.map((one) => ofArchitecture(one, wishes.arch)),
        { pass },
      ),
    ),
    {
      xmlns: 'urn:schemas-microsoft-com:unattend',
      'xmlns:wcm': 'http://schemas.microsoft.com/WMIConfig/2002/State',
    },
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n<!-- Written by vmwright: change the design, not this file. -->\n${writeElement(root)}\n`
}

function component(name: string, settings: Settings): Component {
  return { name, children: nodes(settings) }
}

const architectures: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  i686: 'x86',
  aarch64: 'arm64',
}

function ofArchitecture({ name, children }: Component, arch: string): PlainElement {
  return element('component', children, {
    name,
    processorArchitecture: ownValue(architectures, arch) ?? 'amd64',
    publicKeyToken: '31bf3856ad364e35',
    language: 'neutral',
    versionScope: 'nonSxS',
  })
}

function drivers(guest: string | undefined, arch: string): Component {
  const paths = driverPaths(guest, arch).map((path, index) =>
    item('PathAndCredentials', [['Path', path]], `${index + 1}`),
  )
  return { name: 'Microsoft-Windows-PnpCustomizationsWinPE', children: [element('DriverPaths', paths)] }
}

/** UEFI wants a GPT with a partition of its own; BIOS starts from an active one. Microsoft, Hard drives and partitions. */
function setup({ uefi, users: [user] }: Wishes): PlainNode[] {
  const created: readonly Settings[] = uefi
    ? [
        [
          ['Type', 'EFI'],
          ['Size', '300'],
        ],
        [
          ['Type', 'MSR'],
          ['Size', '16'],
        ],
        [
          ['Type', 'Primary'],
          ['Extend', 'true'],
        ],
      ]
    : [
        [
          ['Type', 'Primary'],
          ['Size', '500'],
        ],
        [
          ['Type', 'Primary'],
          ['Extend', 'true'],
        ],
      ]
  const modified: readonly Settings[] = uefi
    ? [
        [
          ['Format', 'FAT32'],
          ['Label', 'System'],
          ['PartitionID', '1'],
        ],
        [['PartitionID', '2']],
        [
          ['Format', 'NTFS'],
          ['Label', 'Windows'],
          ['Letter', 'C'],
          ['PartitionID', '3'],
        ],
      ]
    : [
        [
          ['Active', 'true'],
          ['Format', 'NTFS'],
          ['Label', 'System'],
          ['PartitionID', '1'],
        ],
        [
          ['Format', 'NTFS'],
          ['Label', 'Windows'],
          ['Letter', 'C'],
          ['PartitionID', '2'],
        ],
      ]
  const ordered = (name: string, all: readonly Settings[]) =>
    all.map((settings, index) => item(name, [['Order', `${index + 1}`], ...settings]))
  return [
    element('DiskConfiguration', [
      element(
        'Disk',
        [
          ...nodes([
            ['DiskID', '0'],
            ['WillWipeDisk', 'true'],
          ]),
          element('CreatePartitions', ordered('CreatePartition', created)),
          element('ModifyPartitions', ordered('ModifyPartition', modified)),
        ],
        { 'wcm:action': 'add' },
      ),
    ]),
    ...nodes([
      [
        'ImageInstall',
        [
          [
            'OSImage',
            [
              [
                'InstallTo',
                [
                  ['DiskID', '0'],
                  ['PartitionID', uefi ? '3' : '2'],
                ],
              ],
            ],
          ],
        ],
      ],
      [
        'UserData',
        [
          ['AcceptEula', 'true'],
          ['FullName', user.name],
          ['ProductKey', [['WillShowUI', 'OnError']]],
        ],
      ],
    ]),
  ]
}

/** The drivers that Setup did not need, and the guest agent, come with the first login. */
function firstStart({ users }: Wishes, hasDrivers: boolean): PlainNode[] {
  const accounts = users.map(({ name, sudo }) =>
    item('LocalAccount', [
      ['Name', name],
      ['Group', sudo ? 'Administrators' : 'Users'],
      [
        'Password',
        [
          ['Value', ''],
          ['PlainText', 'true'],
        ],
      ],
    ]),
  )
  const tools = item('SynchronousCommand', [
    ['Order', '1'],
    ['Description', 'Drivers and guest agent'],
    [
      'CommandLine',
      'cmd /c for %d in (D E F G) do if exist %d:\\virtio-win-guest-tools.exe %d:\\virtio-win-guest-tools.exe /install /passive /norestart',
    ],
  ])
  return [
    ...(hasDrivers ? [element('FirstLogonCommands', [tools])] : []),
    ...nodes([
      [
        'OOBE',
        [
          ['HideEULAPage', 'true'],
          ['HideOnlineAccountScreens', 'true'],
          ['HideWirelessSetupInOOBE', 'true'],
          ['ProtectYourPC', '3'],
        ],
      ],
    ]),
    element('UserAccounts', [element('LocalAccounts', accounts)]),
  ]
}

/** NetBIOS: 15 characters. */
function computerName(hostname: string): string {
  const [first = ''] = hostname.split('.')
  return withoutEnd(first.slice(0, 15), /-/)
}

function nodes(settings: Settings): PlainElement[] {
  return settings.map(([name, value]) =>
    element(name, typeof value === 'string' ? [{ kind: 'text', text: value }] : nodes(value)),
  )
}

function item(name: string, settings: Settings, key?: string): PlainElement {
  return element(name, nodes(settings), {
    'wcm:action': 'add',
    ...(key === undefined ? {} : { 'wcm:keyValue': key }),
  })
}

function element(
  name: string,
  children: readonly PlainNode[],
  attributes: Readonly<Record<string, string>> = {},
): PlainElement {
  const all = Object.entries(attributes).map(([key, value]): PlainAttribute => ({ name: key, value }))
  return { kind: 'element', name, attributes: all, children }
}
