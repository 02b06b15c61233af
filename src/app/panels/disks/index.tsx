import { ownValue } from '../../../core/index.ts'
import { DeviceListEditor, SpecGroup } from '../../form/index.ts'
import { goToSpecPath } from '../../go.ts'
import { Section } from '../../layout/index.ts'
import { useRendered } from '../../render/index.ts'
import { type FieldOf, type SpecPath, specPath } from '../../spec-path.ts'
import { useVmDocument } from '../../store.ts'
import { Button } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase } from '../spec-values.ts'
import { disks, diskWords, newDisks, type OwnDisk } from './disk-words.ts'
import './disks.css'

const shows: readonly SpecPath[] = [disks]

export function Panel() {
  const hasOwn = useMadeDisks().length > 0
  return (
    <PartPanel id="disks" shows={shows}>
      <OwnDisks />
      <Section title={hasOwn ? t`Further disks` : t`Disks`}>
        <DeviceListEditor
          listPath={disks}
          item={t`disk`}
          icon="disk"
          describe={diskWords}
          add={newDisks}
          form={diskForm}
          empty={hasOwn ? t`No further disk` : t`No disk`}
        />
      </Section>
    </PartPanel>
  )
}

/** The root disk and the seed, which resolve adds before the author's own; none of them for some designs. */
function useMadeDisks() {
  const all = useRendered(({ resolved }) => resolved.domain.devices?.disks)
  const own = useVmDocument(({ design }) => design.spec.libvirt?.devices?.disks?.length ?? 0)
  return all?.slice(0, Math.max(0, all.length - own)) ?? []
}

function OwnDisks() {
  const made = useMadeDisks()
  const media = useRendered(({ resolved }) => resolved.installation?.media)
  const answers = useRendered(({ resolved }) => resolved.installation?.answersFile)
  const size = useVmDocument(({ design }) => design.spec.disk_size)
  if (made.length === 0) return null
  const kindOf = (disk: OwnDisk): MadeKind => {
    const file = disk.source?.file
    if (disk.device !== 'cdrom') return 'root'
    if (file !== undefined && file === answers) return 'answers'
    return media?.find((medium) => medium.file === file)?.device ?? 'seed'
  }
  return (
    <Section
      title={t`Root disk and CDs`}
      about={t`What the guest starts from; the host facts say where it is.`}
    >
      <ul className="own-disks">
        {made.map((disk) => {
          const { name, button, label, path } = madeKinds[kindOf(disk)]
          const { summary, detail } = diskWords(disk)
          return (
            <li key={disk.target?.dev}>
              <strong>{disk.target?.dev}</strong>
              <span>{name}</span>
              <span className="own-disks__words">{phrase(name === 'root disk' && size, summary)}</span>
              <code className="own-disks__path">{detail}</code>
              <Button size="small" tone="quiet" aria-label={label} onPress={() => goToSpecPath(path)}>
                {button}
              </Button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

type MadeKind = 'root' | 'seed' | 'answers' | 'installer_disk' | 'drivers_disk'

interface MadeWords {
  readonly name: string
  readonly button: string
  readonly label: string
  /** Where it is said. */
  readonly path: SpecPath
}

const installer = {
  button: 'Installer',
  label: t`Go to the installer`,
  path: specPath(['installer', 'path']),
} as const

const madeKinds: Readonly<Record<MadeKind, MadeWords>> = {
  root: {
    name: t`root disk`,
    button: t`Source and size`,
    label: t`Go to the source of the root disk`,
    path: specPath(['disk_size']),
  },
  seed: {
    name: 'cloud-init seed',
    button: 'cloud-init',
    label: t`Go to cloud-init`,
    path: specPath(['cloud_init', 'hostname']),
  },
  answers: { ...installer, name: t`answers to the installer` },
  installer_disk: { ...installer, name: 'installer' },
  drivers_disk: { ...installer, name: 'drivers' },
}

function diskForm(path: SpecPath<OwnDisk>, { type = 'file' }: OwnDisk) {
  return (
    <SpecGroup
      key={type}
      path={path}
      fields={['type', 'device', ...(ownValue(sourceOf, type) ?? []), ...usual]}
    />
  )
}

const sourceOf: Readonly<Record<string, readonly FieldOf<OwnDisk>[]>> = {
  file: ['source.file', 'create'],
  block: ['source.dev'],
  dir: ['source.dir'],
  network: ['source.protocol', 'source.name'],
  volume: ['source.pool', 'source.volume'],
  nvme: ['source.type', 'source.namespace', 'source.managed'],
  vhostuser: ['source.type', 'source.path'],
  vhostvdpa: ['source.dev'],
}

const usual: readonly FieldOf<OwnDisk>[] = [
  'target.dev',
  'target.bus',
  'driver.type',
  'readonly',
  'driver.cache',
  'driver.io',
  'driver.discard',
  'serial',
  'boot.order',
]
