/** The picture of the design as it is rendered, asked of the worker while it is looked at and at no other time. */
import { useEffect, useState } from 'react'
import type { Picture, Scene } from '../../core/picture/index.ts'
import { renderedStore, renderer, useRevision, whyNot } from '../render/index.ts'

/** While somebody types or drags a divider. */
const pauseMs = 150

export interface ShownPicture {
  readonly picture: Picture
  readonly scene: Scene
}

/**
 * @param width in px; nothing is drawn until it is known
 * @returns the last picture that was drawn, and why the present one is not
 */
export function usePicture(width: number | undefined): {
  readonly shown: ShownPicture | undefined
  readonly trouble: string | undefined
} {
  const revision = useRevision()
  const [shown, setShown] = useState<ShownPicture>()
  const [trouble, setTrouble] = useState<string>()
  const isFirst = shown === undefined
  useEffect(() => {
    if (revision === 0 || width === undefined) return
    let isWanted = true
    const timer = setTimeout(
      async () => {
        const { design, host } = renderedStore.getState().rendered
        const outcome = await renderer.ask('picture', { design, host, width })
        if (!isWanted) return
        if (outcome.kind === 'done') setShown(outcome.answer)
        setTrouble(outcome.kind === 'done' ? undefined : whyNot(outcome))
      },
      isFirst ? 0 : pauseMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [revision, width, isFirst])
  return { shown, trouble }
}
