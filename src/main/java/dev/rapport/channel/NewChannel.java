package dev.rapport.channel;

import java.util.List;

/**
 * Names a channel that an import would make.
 *
 * @param rows that name it
 * @param alike channels that look like another spelling of it, those of the same file too
 */
public record NewChannel(String name, long rows, List<String> alike) {}
