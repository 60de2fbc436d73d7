package dev.callsheet.identity.face;

/**
 * Whether a face can be measured, and how well.
 *
 * @param heightPx height of the detected box, pixels of the decoded frame
 * @param human how sure the mesh is that this is a human face, 0 to 1
 * @param yaw degrees that the head is turned to the side; 0 looks into the camera
 * @param sharpness variance of the Laplacian over the variance of the face's own brightness; blur makes it small
 * @param inside share of the box that lies in the picture, 0 to 1
 */
public record FaceQuality(int heightPx, double human, double yaw, double sharpness, double inside) {}
