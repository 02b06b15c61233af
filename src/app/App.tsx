import { lazy, Suspense, useEffect } from 'react'
import { formatPath } from './core.ts'
import { useOpenDialog } from './dialogs.ts'
import { FindingCount, HeaderActions, History, HostLine, VmName } from './Header.tsx'
import { Shell } from './layout/index.ts'
import { Output } from './output/index.ts'
import { PartView } from './PartView.tsx'
import { partById } from './parts.ts'
import { RailView } from './RailView.tsx'
import { useVmDocument, vmDocument } from './store.ts'
import { focusField, showField } from './ui/index.ts'

const Dialogs = lazy(async () => ({ default: (await import('./Dialogs.tsx')).Dialogs }))

/** The page: the frame, and in it the parts, the form of one, and the outputs. */
export function App() {
  const part = useVmDocument((state) => partById(state.selection.part)?.title ?? '')
  const hasDialog = useOpenDialog() !== undefined
  useBringWantedIntoView()
  return (
    <>
      <Shell
        vm={<VmName />}
        history={<History />}
        host={<HostLine />}
        findings={<FindingCount />}
        actions={<HeaderActions />}
        rail={<RailView />}
        part={part}
        output={<Output />}
      >
        <PartView />
      </Shell>
      {hasDialog && (
        <Suspense>
          <Dialogs />
        </Suspense>
      )}
    </>
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
