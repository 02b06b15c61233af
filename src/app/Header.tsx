import { Suspense } from 'react'
import {
  ActionMenu,
  aboutHost,
  compareDesign,
  designs,
  downloads,
  history,
  manyFromOne,
  open,
  openPalette,
  redo,
  shareLink,
  showFindings,
  showShortcuts,
  spellShortcut,
  startAnew,
  themeActions,
  undo,
} from './actions/index.ts'
import { FindingsSummary } from './layout/index.ts'
import { Boundary, loadable } from './load/index.ts'
import { nameProblem } from './name-problem.ts'
import { useRendered } from './render/index.ts'
import { useHistory, useVmDocument, vmDocument } from './store.ts'
import { Button, IconButton, TextField, TypedForm, useTheme } from './ui/index.ts'
import { t } from './words/index.ts'
import './header.css'

const SetSign = loadable(async () => (await import('./sets/SetSign.tsx')).SetSign)

const ofVm = [
  startAnew,
  open,
  designs,
  history,
  manyFromOne,
  compareDesign,
  aboutHost,
  openPalette,
  showShortcuts,
]

/** The name of the VM, which is that of its files, and what can be done with the whole of it. */
export function VmName() {
  const name = useVmDocument((state) => state.design.name)
  const table = useVmDocument((state) => state.table)
  return (
    <div className="vm-name">
      <TypedForm onWrong={vmDocument.setWrong}>
        <TextField
          label={t`Name of the VM`}
          hideLabel
          value={name}
          validate={nameProblem}
          path="name"
          onChange={(next) => next !== undefined && vmDocument.rename(next)}
        />
      </TypedForm>
      <ActionMenu label={t`VM`} actions={ofVm}>
        <IconButton icon="chevron-down" label={t`New, open, host`} />
      </ActionMenu>
      {table !== undefined && (
        <Boundary what={t`The table of VMs`} shape="bar">
          <Suspense>
            <SetSign table={table} />
          </Suspense>
        </Boundary>
      )}
    </div>
  )
}

/** Undo and redo, with what they would do beside the arrow. */
export function History() {
  const { undo: back, redo: again } = useHistory()
  return (
    <>
      <Button
        tone="quiet"
        icon="undo"
        disabled={back === undefined}
        aria-label={back === undefined ? t`Undo` : t`Undo: ${back}`}
        onPress={undo.perform}
      >
        {back ?? ''}
      </Button>
      <IconButton
        icon="redo"
        label={again === undefined ? t`Redo` : t`Redo: ${again}`}
        tooltip={t`Redo${again === undefined ? '' : `: ${again}`} (${spellShortcut(redo.shortcut ?? '')})`}
        disabled={again === undefined}
        onPress={redo.perform}
      />
    </>
  )
}

/** What the design is made for: 'libvirt 11.3 · session · arch host'; the system is said when the design needs it, too. */
export function HostLine() {
  const host = useVmDocument((state) => state.host)
  const needsSystem = useRendered(({ resolved }) => resolved.host.connection === 'system')
  const words =
    host === undefined
      ? [...(needsSystem ? ['system'] : []), t`any Linux host`]
      : [
          host.libvirt === undefined
            ? undefined
            : t`libvirt ${host.libvirt.split('.').slice(0, 2).join('.')}`,
          host.connection ?? (needsSystem ? 'system' : undefined),
          host.distro === undefined ? (host.arch ?? t`your host`) : t`${host.distro} host`,
        ].filter((word) => word !== undefined)
  return (
    <Button tone="quiet" size="small" onPress={aboutHost.perform}>
      {words.join(' · ')}
    </Button>
  )
}

/** How many findings there are of each severity: the way to them. */
export function FindingCount() {
  const findings = useRendered((rendered) => rendered.findings)
  if (findings.length === 0) return null
  return (
    <Button tone="quiet" size="small" onPress={showFindings.perform}>
      <FindingsSummary findings={findings} />
    </Button>
  )
}

/** Theme, sharing, and every file to download. */
export function HeaderActions() {
  return (
    <>
      <span className="shell__theme">
        <Theme />
      </span>
      <Button icon="share" onPress={shareLink.perform}>{t`Share`}</Button>
      <Downloads />
    </>
  )
}

function Theme() {
  const { choice, shown } = useTheme()
  return (
    <ActionMenu label={t`Theme`} actions={themeActions} current={`theme-${choice}`}>
      <IconButton icon={shown.endsWith('dark') ? 'moon' : 'sun'} label={t`Theme`} />
    </ActionMenu>
  )
}

function Downloads() {
  // Drawn again when there are other files, not when something else is in them.
  useRendered(({ design, cloudInit }) => [design.name, ...cloudInit.map(({ name }) => name)].join('/'))
  return (
    <ActionMenu label={t`Download`} actions={downloads()}>
      <Button icon="download" opens>{t`Download`}</Button>
    </ActionMenu>
  )
}
