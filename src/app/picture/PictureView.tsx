import { type DragEvent, useEffect, useRef, useState } from 'react'
import { downloadFile } from '../output/output-files.ts'
import { hostdevsPath } from '../panels/hostdevs/given.ts'
import { useSpecItems } from '../panels/spec-values.ts'
import { renderedStore, renderer, whenWritten, whyNot } from '../render/index.ts'
import { useVmDocument } from '../store.ts'
import { announce, IconButton, Segments } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { Drawing } from './Drawing.tsx'
import { giveDevice, isGiven } from './give-device.ts'
import { HostTray, hostDeviceType } from './HostTray.tsx'
import { Outline } from './Outline.tsx'
import { usePicture } from './use-picture.ts'
import './picture.css'

type Shape = 'drawing' | 'list'

/** The machine as libvirt makes it, drawn or as a list, and what of the host could go to it. */
export function PictureView() {
  const [shape, setShape] = useState<Shape>('drawing')
  const [isOver, setIsOver] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const width = useWidth(body)
  const { shown, trouble } = usePicture(width)
  const hostdevs = useSpecItems(hostdevsPath)
  const host = useVmDocument((state) => state.host)

  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(hostDeviceType)) return
    event.preventDefault()
    setIsOver(true)
  }
  const drop = (event: DragEvent) => {
    const id = event.dataTransfer.getData(hostDeviceType)
    setIsOver(false)
    const device = shown?.picture.host.flatMap((group) => group.devices).find((one) => one.id === id)
    if (device === undefined) return
    event.preventDefault()
    giveDevice(device, true, hostdevs, host)
  }

  return (
    <div className="picture">
      <div className="picture__bar">
        <Segments
          label={t`Shown as`}
          value={shape}
          onChange={setShape}
          segments={[
            { value: 'drawing', label: t`Drawing` },
            { value: 'list', label: t`List` },
          ]}
        />
        <p>{t`Dashed: libvirt adds it`}</p>
      </div>
      {trouble !== undefined && (
        <p className="picture__trouble">{t`The picture is not up to date. ${trouble}`}</p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped here has a button of its own */}
      <div
        ref={body}
        className="picture__body"
        data-over={isOver || undefined}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        {shown !== undefined &&
          (shape === 'drawing' ? <Drawing scene={shown.scene} /> : <Outline nodes={shown.picture.guest} />)}
      </div>
      {shown !== undefined && (
        <HostTray
          groups={shown.picture.host}
          isGiven={(device) => isGiven(device, hostdevs, host)}
          onGive={(device, goes) => giveDevice(device, goes, hostdevs, host)}
        />
      )}
    </div>
  )
}

/** Steps in which a drawing follows the width of its pane, in px. */
const widthStep = 16

/** The width of an element, in whole steps. */
function useWidth(of: { readonly current: HTMLElement | null }): number | undefined {
  const [width, setWidth] = useState<number>()
  useEffect(() => {
    const element = of.current
    if (element === null) return
    const observer = new ResizeObserver(() =>
      setWidth(Math.floor(element.clientWidth / widthStep) * widthStep),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [of])
  return width
}

/** The picture as a file. */
export function PictureActions() {
  const take = async () => {
    await whenWritten()
    const { design, host } = renderedStore.getState().rendered
    const name = `${design.name}.svg`
    const outcome = await renderer.ask('pictureSvg', { design, host })
    if (outcome.kind !== 'done') {
      announce(t`There is no ${name}. ${whyNot(outcome)}`)
      return
    }
    downloadFile({ name, mime: 'image/svg+xml', text: outcome.answer })
    announce(t`Downloaded ${name}`)
  }
  return <IconButton icon="download" label={t`Download the picture as SVG`} onPress={() => void take()} />
}
