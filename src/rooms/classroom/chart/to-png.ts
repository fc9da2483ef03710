/** SVG markup as a PNG, painted by the browser at twice its size, so that it is sharp in a document. */
const SCALE = 2;

export interface PngSize {
  readonly width: number;
  readonly height: number;
}

/** Rejects where the browser cannot paint it. */
export async function toPng(markup: string, { width, height }: PngSize): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser cannot paint the picture.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture was made.'))));
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
