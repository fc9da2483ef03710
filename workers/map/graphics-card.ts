/** Names that browsers give to drivers that draw by the processor. */
const BY_SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * Whether WebGL draws on a graphics card. Asked in a worker: opening a context to ask holds its thread
 * up. True where it cannot be told; `failIfMajorPerformanceCaveat` lets SwiftShader pass.
 */
export function hasGraphicsCard(): boolean {
  try {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
    if (!gl) return false;
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return !isSoftware(name);
  } catch {
    return true;
  }
}

export function isSoftware(renderer: string): boolean {
  return BY_SOFTWARE.test(renderer);
}
