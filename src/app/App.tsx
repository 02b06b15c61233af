import { type ReactNode, Suspense, useEffect } from 'react'
import { formatPath } from './core.ts'
import { closeDialog, useOpenDialog } from './dialogs.ts'
import { FindingCount, HeaderActions, History, HostLine, VmName } from './Header.tsx'
import { Notices } from './keep/Notices.tsx'
import { Shell } from './layout/index.ts'
import { Boundary, FailedAttempt, loadable } from './load/index.ts'
import { PartView } from './PartView.tsx'
import { partById } from './parts.ts'
import { RailView } from './RailView.tsx'
import { useHeld } from './render/index.ts'
import { useVmDocument, vmDocument } from './store.ts'
import { focusField, showField } from './ui/index.ts'
import { t } from './words/index.ts'

/** On a phone nobody may ask for it; where it stands beside the form, index.html names it. */
const Output = loadable(async () => (await import('./output/Output.tsx')).Output)
const HeldBack = loadable(async () => (await import('./HeldBack.tsx')).HeldBack)
const Dialogs = loadable(async () => (await import('./Dialogs.tsx')).Dialogs)

/** The page, or what is at hand of a design that locked it. */
export function App() {
  const held = useHeld()
  if (held === undefined) return <Page />
  return (
    <Suspense>
      <HeldBack held={held} />
    </Suspense>
  )
}

/** The frame, and in it the parts, the form of one, and the outputs. */
function Page() {
  const part = useVmDocument((state) => partById(state.selection.part)?.title ?? '')
  const hasDialog = useOpenDialog() !== undefined
  useBringWantedIntoView()
  return (
    <>
      <Shell
        vm={inHeader(t`The name`, <VmName />)}
        history={inHeader('Undo', <History />)}
        host={inHeader(t`The host`, <HostLine />)}
        findings={inHeader(t`The count of findings`, <FindingCount />)}
        actions={inHeader(t`What can be done`, <HeaderActions />)}
        notices={inHeader(t`The notices`, <Notices />)}
        rail={
          <Boundary what={t`The list of parts`}>
            <RailView />
          </Boundary>
        }
        part={part}
        output={
          <Boundary what={t`The output`}>
            <Suspense>
              <Output />
            </Suspense>
          </Boundary>
        }
      >
        <PartView />
      </Shell>
      {hasDialog && (
        <Boundary what={t`The dialog`} shape="bar" onClose={closeDialog}>
          <Suspense>
            <Dialogs />
          </Suspense>
        </Boundary>
      )}
      <FailedAttempt />
    </>
  )
}

function inHeader(what: string, piece: ReactNode) {
  return (
    <Boundary what={what} shape="line">
      {piece}
    </Boundary>
  )
}

/** Frames to wait for a panel that is still being loaded. */
const mostFrames = 60

/** Puts the focus into the wanted field, or into the nearest one around it that is drawn. */
function useBringWantedIntoView(): void {
  const wanted = useVmDocument((state) => state.wanted)
  const toSee = useVmDocument((state) => state.wantedToSee)
  useEffect(() => {
    if (wanted === undefined) return
    let frame = 0
    let request = 0
    const look = () => {
      frame += 1
      const isLast = frame >= mostFrames
      for (let length = wanted.length; length > 0; length -= 1) {
        // The field itself may come with the next frame; what is around it is taken when it does not.
        if (length < wanted.length && frame < 6 && !isLast) break
        if ((toSee ? showField : focusField)(formatPath(wanted.slice(0, length)))) {
          vmDocument.arrived()
          return
        }
      }
      if (isLast) {
        if (!toSee) document.getElementById('part')?.focus()
        vmDocument.arrived()
      } else request = requestAnimationFrame(look)
    }
    request = requestAnimationFrame(look)
    return () => cancelAnimationFrame(request)
  }, [wanted, toSee])
}
