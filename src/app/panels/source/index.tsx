import { Suspense } from 'react'
import { formatPath } from '../../core.ts'
import { DeviceListEditor, SpecField, SpecGroup, useStanding } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { attempt, Boundary, loadable, whenWanted } from '../../load/index.ts'
import { saidOrGiven } from '../../part-sentences.ts'
import { useRendered } from '../../render/index.ts'
import { below, type ItemAt, type KeyOf, type SpecPath, specPath, type ValueAt } from '../../spec-path.ts'
import { vmDocument } from '../../store.ts'
import { FieldGroup, keepFocus, type RadioCard, RadioCards } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { changeKind, keysOfKind } from '../kind.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, useSpecText } from '../spec-values.ts'
import { Presets } from './Presets.tsx'

/** It brings the table of systems along. Without it, and on a phone at first, the field is there to be typed in. */
const Guest = loadable(async () => {
  await whenWanted()
  const { Guest } = await import('./Guest.tsx')
  keepFocus()
  return Guest
})
const plainGuest = (
  <FieldGroup>
    <SpecField path={specPath(['guest'])} label={t`What will run in it?`} wide />
  </FieldGroup>
)

type Kind = 'cloud_image' | 'bootc' | 'clone' | 'imported' | 'bootstrap'

const source = specPath(['source'])
const installer = specPath(['installer'])
const snapshots = specPath(['snapshot'])

type Snapshot = ItemAt<typeof snapshots>

const shows: readonly SpecPath[] = [
  specPath(['guest']),
  source,
  installer,
  specPath(['disk_size']),
  snapshots,
  specPath(['libvirt', 'title']),
  specPath(['libvirt', 'description']),
  specPath(['libvirt', 'uuid']),
]

export function Panel() {
  const said = useSpecText(specPath(['source', 'kind']))
  const kind = kinds.find(({ value }) => value === said)?.value
  const isEmpty = useRendered(
    ({ resolved: { newDisks, paths } }) =>
      said === undefined && newDisks.some(({ file }) => file === paths.disk),
  )
  // What is filled in stands where an example would: the rail and the outputs say it.
  const givenSize = useRendered(({ resolved }) => saidOrGiven('disk_size', resolved.design, resolved))
  return (
    <PartPanel id="source" shows={shows}>
      <Section>
        <Boundary what={t`The list of systems`} fallback={plainGuest}>
          <Suspense fallback={plainGuest}>
            <Guest />
          </Suspense>
        </Boundary>
      </Section>
      <Presets />
      <Section title={t`Root disk`}>
        <RadioCards
          label={t`Source`}
          path={formatPath(below(source, ['kind']))}
          {...useStanding(below(source, ['kind']))}
          value={kind ?? (isEmpty ? 'empty' : undefined)}
          cards={cards}
          onChange={chooseSource}
        />
        {kind !== undefined && <FieldsOf key={kind} kind={kind} />}
        <FieldGroup>
          <SpecField
            path={specPath(['disk_size'])}
            label={t`Disk size`}
            placeholder={givenSize?.toString()}
          />
        </FieldGroup>
      </Section>
      <Section title={t`Installer`} about={t`Its CD comes before the disk until the system is installed.`}>
        <SpecGroup
          path={installer}
          fields={['path', 'url', 'unattended.enabled', 'unattended.desktop', 'done']}
        />
      </Section>
      <Section title={t`About the VM`}>
        <FieldGroup>
          <SpecField path={specPath(['libvirt', 'title'])} />
          <SpecField path={specPath(['libvirt', 'description'])} />
          <SpecField path={specPath(['libvirt', 'uuid'])} />
        </FieldGroup>
      </Section>
      <Section
        title={t`Snapshots`}
        about={t`Taken by the scripts, each from the one before it unless said otherwise.`}
      >
        <DeviceListEditor
          listPath={snapshots}
          item={t`snapshot`}
          icon="clock"
          describe={snapshotWords}
          add={newSnapshot}
          empty={t`No snapshot is taken`}
        />
      </Section>
    </PartPanel>
  )
}

/** One click gives a disk that can be installed on; of what the other kinds say nothing is left over. */
function chooseSource(next: Kind | 'empty'): void {
  if (next === 'empty') void attempt(t`The list of systems`, takeNewDisk)
  else changeKind(source, 'kind', next, t`use source ${next.replace('_', ' ')}`)
}

/** In the size that the system of the design wants, where it is one that is known. */
async function takeNewDisk(): Promise<void> {
  const { guestSystem } = await import('../../../core/systems/index.ts')
  const { spec } = vmDocument.store.getState().design
  const isSized = spec.disk_size !== undefined || guestSystem(spec.guest)?.recommended.disk !== undefined
  const size = isSized ? [] : [{ path: ['disk_size'], value: '40G' }]
  vmDocument.changeAll([{ path: source }, ...size], t`use a new empty disk`)
}

/** The fields of the kind alone; those of the others come back when their kind does. */
function FieldsOf({ kind }: { readonly kind: Kind }) {
  const own = keysOfKind(source, 'kind', kind)
  const all = mainOf[kind].filter((key) => own.includes(key))
  if (kind === 'cloud_image')
    return (
      <>
        <FieldGroup>
          <SpecField path={specPath(['source', 'url'])} suggestions={images} />
        </FieldGroup>
        <SpecGroup path={source} fields={all} omit={[...barredFor(own), 'kind', 'url']} />
      </>
    )
  return <SpecGroup path={source} fields={all} omit={[...barredFor(own), 'kind']} />
}

type SourceKey = KeyOf<ValueAt<typeof source>>

const everyKind = ['cloud_image', 'bootc', 'clone', 'imported', 'bootstrap']

function barredFor(own: readonly SourceKey[]): readonly SourceKey[] {
  const all = new Set(everyKind.flatMap((kind) => keysOfKind(source, 'kind', kind)))
  return [...all].filter((key) => key !== 'kind' && !own.includes(key))
}

const mainOf: Readonly<Record<Kind, readonly SourceKey[]>> = {
  cloud_image: ['distro', 'base_user'],
  bootc: ['box', 'transport', 'rootfs', 'root_size', 'kernel_args'],
  clone: ['from_vm', 'from_snapshot', 'cloud_init_clean'],
  imported: ['libvirt_name', 'disk_path', 'disk_format'],
  bootstrap: ['builder', 'distro', 'rootfs', 'root_size', 'package', 'kernel_args'],
}

const kinds: readonly RadioCard<Kind>[] = [
  {
    value: 'cloud_image',
    title: t`Cloud image`,
    icon: 'download',
    text: t`A ready disk of a distribution, set up by cloud-init at the first boot. The quickest way to a login.`,
  },
  {
    value: 'bootc',
    title: t`Bootable container`,
    icon: 'source',
    text: t`A container image with a kernel, written to a disk; updates come as images too.`,
  },
  {
    value: 'bootstrap',
    title: t`Bootstrapped`,
    icon: 'terminal',
    text: t`Made package by package with pacstrap, debootstrap, dnf and others.`,
  },
  {
    value: 'clone',
    title: t`Clone`,
    icon: 'copy',
    text: t`A copy of another VM, or of one of its snapshots.`,
  },
  {
    value: 'imported',
    title: t`Disk that is there`,
    icon: 'disk',
    text: t`A VM of libvirt that is taken over with its disk.`,
  },
]

const cards: readonly RadioCard<Kind | 'empty'>[] = [
  ...kinds,
  {
    value: 'empty',
    title: t`New empty disk`,
    icon: 'plus',
    text: t`To be installed on from a CD. Made once, and never over a file.`,
  },
]

const images = [
  {
    value: 'https://geo.mirror.pkgbuild.com/images/latest/Arch-Linux-x86_64-cloudimg.qcow2',
    description: t`Arch Linux, user arch`,
  },
  {
    value: 'https://cloud.debian.org/images/cloud/trixie/latest/debian-13-generic-amd64.qcow2',
    description: t`Debian 13, user debian`,
  },
  {
    value: 'https://cloud-images.ubuntu.com/noble/current/noble-server-cloudimg-amd64.img',
    description: t`Ubuntu 24.04, user ubuntu`,
  },
]

const newSnapshot = [
  {
    id: 'snapshot',
    label: t`Snapshot`,
    value: (present: readonly Snapshot[]) => ({ name: `snapshot${present.length + 1}` }),
  },
]

function snapshotWords({ name, mode, quiesce, from, description }: Snapshot) {
  return {
    title: name ?? t`No name yet`,
    summary: phrase(
      mode ?? 'external',
      quiesce === true && t`file systems at rest`,
      from !== undefined && t`after ${from}`,
      description,
    ),
  }
}
