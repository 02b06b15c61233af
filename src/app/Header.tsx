import {
  type Action,
  aboutHost,
  compareDesign,
  designs,
  downloads,
  history,
  open,
  redo,
  shareLink,
  spellShortcut,
  startAnew,
  undo,
} from './actions/index.ts'
import { FindingsSummary, ThemeButton } from './layout/index.ts'
import { nameProblem } from './name-problem.ts'
import { useRendered } from './render/index.ts'
import { useHistory, useVmDocument, vmDocument } from './store.ts'
import { Button, IconButton, Menu, type MenuEntry, TextField, TypedForm } from './ui/index.ts'
import './header.css'

function entryOf({ id, label, icon, shortcut, when, keywords }: Action, describe = false): MenuEntry {
  return {
    id,
    label,
    icon,
    description: describe ? keywords[0] : undefined,
    shortcut: shortcut === undefined ? undefined : spellShortcut(shortcut),
    disabledReason: when(),
  }
}

function performOne(actions: readonly Action[]) {
  return (id: string) => actions.find((action) => action.id === id)?.perform()
}

const ofVm = [startAnew, open, designs, history, compareDesign, aboutHost]

/** The name of the VM, which is that of its files, and what can be done with the whole of it. */
export function VmName() {
  const name = useVmDocument((state) => state.design.name)
  return (
    <div className="vm-name">
      <TypedForm onWrong={vmDocument.setWrong}>
        <TextField
          label="Name of the VM"
          hideLabel
          value={name}
          validate={nameProblem}
          path="name"
          onChange={(next) => next !== undefined && vmDocument.rename(next)}
        />
      </TypedForm>
      <Menu label="VM" entries={ofVm.map((action) => entryOf(action))} onAction={performOne(ofVm)}>
        <IconButton icon="chevron-down" label="New, open, host" />
      </Menu>
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
        aria-label={back === undefined ? 'Undo' : `Undo: ${back}`}
        onPress={undo.perform}
      >
        {back ?? ''}
      </Button>
      <IconButton
        icon="redo"
        label={again === undefined ? 'Redo' : `Redo: ${again}`}
        tooltip={`Redo${again === undefined ? '' : `: ${again}`} (${spellShortcut(redo.shortcut ?? '')})`}
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
      ? [...(needsSystem ? ['system'] : []), 'any Linux host']
      : [
          host.libvirt === undefined ? undefined : `libvirt ${host.libvirt.split('.').slice(0, 2).join('.')}`,
          host.connection ?? (needsSystem ? 'system' : undefined),
          host.distro === undefined ? (host.arch ?? 'your host') : `${host.distro} host`,
        ].filter((word) => word !== undefined)
  return (
    <Button tone="quiet" size="small" onPress={aboutHost.perform}>
      {words.join(' · ')}
    </Button>
  )
}

/** How many findings there are of each severity. */
export function FindingCount() {
  const findings = useRendered((rendered) => rendered.findings)
  return <FindingsSummary findings={findings} />
}

/** Theme, sharing, and every file to download. */
export function HeaderActions() {
  return (
    <>
      <ThemeButton />
      <Button icon="share" onPress={shareLink.perform}>
        Share
      </Button>
      <Downloads />
    </>
  )
}

function Downloads() {
  // Drawn again when there are other files, not when something else is in them.
  useRendered(({ design, cloudInit }) => [design.name, ...cloudInit.map(({ name }) => name)].join('/'))
  return (
    <Menu
      label="Download"
      entries={downloads().map((action) => entryOf(action, true))}
      onAction={(id) => performOne(downloads())(id)}
    >
      <Button icon="download" opens>
        Download
      </Button>
    </Menu>
  )
}
