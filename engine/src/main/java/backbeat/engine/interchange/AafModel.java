package backbeat.engine.interchange;

/** Numbers of classes and properties in the AAF Object Specification, as far as a timeline needs them. */
final class AafModel {
    static final int ESSENCE_GROUP = 0x0500;
    static final int COMMENT_MARKER = 0x0800;
    static final int FILLER = 0x0900;
    static final int OPERATION_GROUP = 0x0A00;
    static final int NESTED_SCOPE = 0x0B00;
    static final int PULLDOWN = 0x0C00;
    static final int SCOPE_REFERENCE = 0x0D00;
    static final int SELECTOR = 0x0E00;
    static final int SEQUENCE = 0x0F00;
    static final int SOURCE_CLIP = 0x1100;
    static final int TIMECODE = 0x1400;
    static final int TRANSITION = 0x1700;
    static final int COMPOSITION_MOB = 0x3500;
    static final int MASTER_MOB = 0x3600;
    static final int SOURCE_MOB = 0x3700;
    static final int EVENT_SLOT = 0x3900;
    static final int TIMELINE_SLOT = 0x3B00;
    static final int CONSTANT_VALUE = 0x3D00;
    static final int TAGGED_VALUE = 0x3F00;
    static final int DESCRIPTIVE_MARKER = 0x4100;

    static final int HEADER = 0x0002;
    static final int CONTENT = 0x3B03;
    static final int DICTIONARY = 0x3B04;
    static final int IDENTIFICATIONS = 0x3B06;
    static final int PRODUCT_NAME = 0x3C02;
    static final int MOBS = 0x1901;
    static final int OPERATION_DEFINITIONS = 0x2603;
    static final int PARAMETER_DEFINITIONS = 0x2604;
    static final int DATA_DEFINITIONS = 0x2605;
    static final int DEFINITION_ID = 0x1B01;
    static final int DEFINITION_NAME = 0x1B02;
    static final int IS_TIME_WARP = 0x1E02;

    static final int MOB_ID = 0x4401;
    static final int MOB_NAME = 0x4402;
    static final int SLOTS = 0x4403;
    static final int MOB_COMMENTS = 0x4406;
    static final int USAGE = 0x4408;
    static final int DESCRIPTOR = 0x4701;
    static final int LOCATORS = 0x2F01;
    static final int SAMPLE_RATE = 0x3001;
    static final int FILE_DESCRIPTORS = 0x3F01;
    static final int URL = 0x4001;

    static final int SLOT_ID = 0x4801;
    static final int SLOT_NAME = 0x4802;
    static final int SEGMENT = 0x4803;
    static final int PHYSICAL_TRACK = 0x4804;
    static final int EVENT_RATE = 0x4901;
    static final int EVENT_ORIGIN = 0x4902;
    static final int EDIT_RATE = 0x4B01;
    static final int ORIGIN = 0x4B02;

    static final int DATA_DEFINITION = 0x0201;
    static final int LENGTH = 0x0202;
    static final int CHOICES = 0x0501;
    static final int POSITION = 0x0601;
    static final int COMMENT = 0x0602;
    static final int OPERATION = 0x0B01;
    static final int INPUTS = 0x0B02;
    static final int PARAMETERS = 0x0B03;
    static final int SCOPE_SLOTS = 0x0C01;
    static final int PULLDOWN_INPUT = 0x0D01;
    static final int SELECTED = 0x0F01;
    static final int ALTERNATES = 0x0F02;
    static final int COMPONENTS = 0x1001;
    static final int SOURCE_MOB_ID = 0x1101;
    static final int SOURCE_SLOT_ID = 0x1102;
    static final int START = 0x1201;
    static final int TIMECODE_START = 0x1501;
    static final int TIMECODE_RATE = 0x1502;
    static final int TIMECODE_DROP = 0x1503;
    static final int TRANSITION_OPERATION = 0x1801;
    static final int CUT_POINT = 0x1802;
    static final int POINT_VALUE = 0x1A02;
    static final int POINT_TIME = 0x1A03;
    static final int PARAMETER_DEFINITION = 0x4C01;
    static final int CONSTANT = 0x4D01;
    static final int POINTS = 0x4E02;
    static final int TAG_NAME = 0x5001;
    static final int TAG_VALUE = 0x5003;
    static final int DESCRIBED_SLOTS = 0x6102;

    static final String TOP_LEVEL = "0d010102-0101-0700-060e-2b3404010101";

    private AafModel() {}
}
